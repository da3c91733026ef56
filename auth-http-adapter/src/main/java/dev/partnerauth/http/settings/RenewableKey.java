package dev.partnerauth.http.settings;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** A client's key that can be renewed, or none. */
@SuppressWarnings("NullAway") // JSSE's way of saying "none"
final class RenewableKey extends X509ExtendedKeyManager {

  private volatile Optional<X509ExtendedKeyManager> current;

  RenewableKey(Optional<X509ExtendedKeyManager> first) {
    this.current = first;
  }

  void replace(Optional<X509ExtendedKeyManager> next) {
    current = next;
  }

  private <R> @Nullable R ask(Function<X509ExtendedKeyManager, @Nullable R> question) {
    X509ExtendedKeyManager manager = current.orElse(null);
    return manager == null ? null : question.apply(manager);
  }

  @Override
  public @Nullable String chooseEngineClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, SSLEngine engine) {
    return ask(manager -> manager.chooseEngineClientAlias(keyTypes, issuers, engine));
  }

  @Override
  public @Nullable String chooseClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, Socket socket) {
    return ask(manager -> manager.chooseClientAlias(keyTypes, issuers, socket));
  }

  @Override
  public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
    return ask(manager -> manager.getClientAliases(keyType, issuers));
  }

  @Override
  public X509Certificate @Nullable [] getCertificateChain(String alias) {
    return ask(manager -> manager.getCertificateChain(alias));
  }

  @Override
  public @Nullable PrivateKey getPrivateKey(String alias) {
    return ask(manager -> manager.getPrivateKey(alias));
  }

  /** A client never serves. */
  @Override
  public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
    return null;
  }

  @Override
  public @Nullable String chooseServerAlias(
      String keyType, Principal @Nullable [] issuers, Socket socket) {
    return null;
  }
}
