package dev.partnerauth.http.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Objects;
import java.util.Optional;

/**
 * Where certificates and keys are kept: key stores in files of a format that the JDK knows (PKCS
 * #12, JKS), or in memory, for those who get theirs from a vault. Immutable, but for the key stores
 * in memory, which are yours; prints the paths, never a password.
 *
 * @since 0.1.0
 */
public final class TlsStores {

  private static final TlsStores NONE = new TlsStores(Optional.empty(), Optional.empty());

  private final Optional<Store> trusted;
  private final Optional<Store> presented;

  private TlsStores(Optional<Store> trusted, Optional<Store> presented) {
    this.trusted = trusted;
    this.presented = presented;
  }

  /** What the JVM trusts, and nothing to present. */
  public static TlsStores none() {
    return NONE;
  }

  /** Trusts the certificates in this file, and no others. */
  public TlsStores trusting(Path file, String password) {
    return new TlsStores(Optional.of(Store.of(file, password)), presented);
  }

  /** Trusts the certificates in this store, and no others. */
  public TlsStores trusting(KeyStore loaded) {
    return new TlsStores(Optional.of(Store.of(loaded, "")), presented);
  }

  /** Presents the key in this file to servers that ask for one (mutual TLS). */
  public TlsStores presenting(Path file, String password) {
    return new TlsStores(trusted, Optional.of(Store.of(file, password)));
  }

  /**
   * Presents the key in this store to servers that ask for one (mutual TLS).
   *
   * @param keyPassword of the key; empty where it has none
   */
  public TlsStores presenting(KeyStore loaded, String keyPassword) {
    return new TlsStores(trusted, Optional.of(Store.of(loaded, keyPassword)));
  }

  Optional<Store> trusted() {
    return trusted;
  }

  Optional<Store> presented() {
    return presented;
  }

  @Override
  public String toString() {
    return "TlsStores[trusting "
        + trusted.map(Store::toString).orElse("what the JVM trusts")
        + ", presenting "
        + presented.map(Store::toString).orElse("nothing")
        + "]";
  }

  /** One key store. */
  static final class Store {

    private final transient String name;
    private final transient Opening opening;
    private final transient String password;

    private Store(String name, Opening opening, String password) {
      this.name = name;
      this.opening = opening;
      this.password = password;
    }

    private static Store of(Path file, String password) {
      return new Store(file.toString(), secret -> read(file, secret), password);
    }

    private static Store of(KeyStore loaded, String password) {
      // The JDK takes none for its own certificates: whoever forgot one would trust all of them.
      Objects.requireNonNull(loaded, "no key store");
      return new Store("a key store in memory", secret -> loaded, password);
    }

    private static KeyStore read(Path file, char[] password)
        throws GeneralSecurityException, IOException {
      if (!Files.isRegularFile(file)) {
        throw new NoSuchFileException(file.toString());
      }
      return KeyStore.getInstance(file.toFile(), password);
    }

    /** As it stands now. */
    KeyStore open() throws GeneralSecurityException, IOException {
      return opening.open(password());
    }

    char[] password() {
      return password.toCharArray();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private interface Opening {

    KeyStore open(char[] password) throws GeneralSecurityException, IOException;
  }
}
