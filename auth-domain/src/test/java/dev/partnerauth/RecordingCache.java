package dev.partnerauth;

import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.Issuer;
import dev.partnerauth.port.TokenCache;
import dev.partnerauth.port.Tokens;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenKey;
import java.util.ArrayList;
import java.util.List;

/** Keeps no token, but remembers who would fill it and with what around it. */
final class RecordingCache implements TokenCache {

  private final List<Issuer<?, ?>> issuers = new ArrayList<>();
  private final List<AuthRuntime> runtimes = new ArrayList<>();

  /** In the order in which they came. */
  List<Issuer<?, ?>> issuers() {
    return List.copyOf(issuers);
  }

  List<AuthRuntime> runtimes() {
    return List.copyOf(runtimes);
  }

  @Override
  public <K extends TokenKey<T>, T extends Token> Tokens<K, T> tokens(
      Issuer<K, T> issuer, AuthRuntime runtime) {
    issuers.add(issuer);
    runtimes.add(runtime);
    return TokenCache.none().tokens(issuer, runtime);
  }
}
