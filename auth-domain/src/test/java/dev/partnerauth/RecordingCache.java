package dev.partnerauth;

import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.TokenCache;
import dev.partnerauth.port.TokenLoader;
import dev.partnerauth.port.Tokens;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenKey;
import java.util.ArrayList;
import java.util.List;

/** Keeps no token, but remembers who would fill it and with what around it. */
final class RecordingCache implements TokenCache {

  private final List<TokenLoader<?, ?>> loaders = new ArrayList<>();
  private final List<AuthRuntime> runtimes = new ArrayList<>();

  /** In the order in which they came. */
  List<TokenLoader<?, ?>> loaders() {
    return List.copyOf(loaders);
  }

  List<AuthRuntime> runtimes() {
    return List.copyOf(runtimes);
  }

  @Override
  public <K extends TokenKey<T>, T extends Token> Tokens<K, T> tokens(
      TokenLoader<K, T> loader, AuthRuntime runtime) {
    loaders.add(loader);
    runtimes.add(runtime);
    return TokenCache.none().tokens(loader, runtime);
  }
}
