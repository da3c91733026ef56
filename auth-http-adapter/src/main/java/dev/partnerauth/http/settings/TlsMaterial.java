package dev.partnerauth.http.settings;

import dev.partnerauth.violation.Violation;
import io.vavr.control.Either;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The certificates that are trusted and the key that is presented, as they stand in their stores.
 * {@link #reload} reads these again: connections made from then on use what it found, and
 * connections that are open live on for as long as the settings let them. The name of the host is
 * always checked; nothing here switches that off. Thread-safe.
 *
 * @since 0.1.0
 */
public final class TlsMaterial {

  private final TlsStores stores;
  private final RenewableTrust trust;
  private final RenewableKey key;
  private final SSLContext context;

  private TlsMaterial(TlsStores stores, RenewableTrust trust, RenewableKey key)
      throws GeneralSecurityException {
    this.stores = stores;
    this.trust = trust;
    this.key = key;
    this.context = SSLContext.getInstance("TLS");
    context.init(new X509ExtendedKeyManager[] {key}, new X509ExtendedTrustManager[] {trust}, null);
  }

  /**
   * What the JVM trusts, and nothing to present.
   *
   * @throws IllegalStateException when the JVM's own trust store cannot be read
   */
  public static TlsMaterial system() {
    return of(TlsStores.none())
        .getOrElseThrow(violation -> new IllegalStateException(violation.describe()));
  }

  /** What the stores hold; a violation when one of them cannot be read. */
  public static Either<Violation, TlsMaterial> of(TlsStores stores) {
    return trusted(stores)
        .flatMap(trust -> presented(stores).flatMap(key -> material(stores, trust, key)));
  }

  private static Either<Violation, TlsMaterial> material(
      TlsStores stores, X509ExtendedTrustManager trust, Optional<X509ExtendedKeyManager> key) {
    try {
      return Either.right(
          new TlsMaterial(stores, new RenewableTrust(trust), new RenewableKey(key)));
    } catch (GeneralSecurityException e) {
      return Either.left(unreadable("tls", e));
    }
  }

  /**
   * Reads the stores again, those in memory as they are now. When one of them cannot be read,
   * nothing changes.
   *
   * @return this, or what is wrong
   */
  public Either<Violation, TlsMaterial> reload() {
    return trusted(stores)
        .flatMap(
            trusted ->
                presented(stores)
                    .map(
                        presented -> {
                          trust.replace(trusted);
                          key.replace(presented);
                          forgetSessions(context.getClientSessionContext());
                          return this;
                        }));
  }

  /** A session that is resumed would not ask for certificates. */
  private static void forgetSessions(@Nullable SSLSessionContext sessions) {
    if (sessions != null) {
      Collections.list(sessions.getIds())
          .forEach(
              id -> Optional.ofNullable(sessions.getSession(id)).ifPresent(s -> s.invalidate()));
    }
  }

  /** For an HTTP client. Always the same one, whose content {@link #reload} renews. */
  public SSLContext context() {
    return context;
  }

  private static Either<Violation, X509ExtendedTrustManager> trusted(TlsStores stores) {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(keyStore(stores.trusted()));
      return Either.right((X509ExtendedTrustManager) factory.getTrustManagers()[0]);
    } catch (GeneralSecurityException | IOException e) {
      return Either.left(unreadable("trust-store", e));
    }
  }

  private static Either<Violation, Optional<X509ExtendedKeyManager>> presented(TlsStores stores) {
    if (stores.presented().isEmpty()) {
      return Either.right(Optional.empty());
    }
    try {
      KeyManagerFactory factory =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(keyStore(stores.presented()), stores.presented().get().password());
      return Either.right(Optional.of((X509ExtendedKeyManager) factory.getKeyManagers()[0]));
    } catch (GeneralSecurityException | IOException e) {
      return Either.left(unreadable("key-store", e));
    }
  }

  /** Nothing stands for the JVM's own. */
  private static @Nullable KeyStore keyStore(Optional<TlsStores.Store> store)
      throws GeneralSecurityException, IOException {
    return store.isPresent() ? store.get().open() : null;
  }

  /** The exception's text may quote what it read. */
  private static Violation unreadable(String setting, Exception e) {
    return new Violation.Malformed(
        setting,
        "cannot be read (" + e.getClass().getSimpleName() + ")",
        "a PKCS #12 or JKS file that this process may read, or a loaded key store; and its password");
  }

  @Override
  public String toString() {
    return stores.toString();
  }
}
