package dev.partnerauth.http.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where certificates and keys are kept: key stores in a format that the JDK knows (PKCS #12, JKS).
 * Immutable; prints the paths, never a password.
 */
public final class TlsFiles {

  private static final TlsFiles NONE = new TlsFiles(Optional.empty(), Optional.empty());

  private final Optional<Store> trusted;
  private final Optional<Store> presented;

  private TlsFiles(Optional<Store> trusted, Optional<Store> presented) {
    this.trusted = trusted;
    this.presented = presented;
  }

  /** What the JVM trusts, and nothing to present. */
  public static TlsFiles none() {
    return NONE;
  }

  /** Trusts the certificates in this store, and no others. */
  public TlsFiles trusting(Path store, String password) {
    return new TlsFiles(Optional.of(new Store(store, password)), presented);
  }

  /** Presents the key in this store to servers that ask for one (mutual TLS). */
  public TlsFiles presenting(Path store, String password) {
    return new TlsFiles(trusted, Optional.of(new Store(store, password)));
  }

  Optional<Store> trusted() {
    return trusted;
  }

  Optional<Store> presented() {
    return presented;
  }

  @Override
  public String toString() {
    return "TlsFiles[trusting "
        + trusted.map(Store::toString).orElse("what the JVM trusts")
        + ", presenting "
        + presented.map(Store::toString).orElse("nothing")
        + "]";
  }

  /** One key store. */
  static final class Store {

    private final transient Path path;
    private final transient String password;

    private Store(Path path, String password) {
      this.path = path;
      this.password = password;
    }

    Path path() {
      return path;
    }

    char[] password() {
      return password.toCharArray();
    }

    @Override
    public String toString() {
      return path.toString();
    }
  }
}
