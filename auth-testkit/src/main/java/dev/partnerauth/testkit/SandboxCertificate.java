package dev.partnerauth.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * With which a sandbox serves HTTPS. Immutable.
 *
 * @since 0.1.0
 */
public final class SandboxCertificate {

  private static final String ALIAS = "sandbox";

  /** Protects nothing: the key is deleted as soon as it is read. */
  private static final String PASSWORD = "changeit";

  private final SSLContext serving;
  private final X509Certificate certificate;

  private SandboxCertificate(SSLContext serving, X509Certificate certificate) {
    this.serving = serving;
    this.certificate = certificate;
  }

  /**
   * Made now, by the JDK's {@code keytool}, good for a month, for {@code localhost}, {@code
   * 127.0.0.1} and {@code ::1}. Nobody trusts it who is not told to.
   *
   * @throws UncheckedIOException when this Java runtime has no {@code keytool}
   */
  public static SandboxCertificate selfSigned() {
    try {
      Path folder = Files.createTempDirectory("sandbox-certificate");
      Path store = folder.resolve("key.p12");
      Process keytool = keytool(store);
      // Whoever stops the program just now must not leave the key behind.
      Thread cleaning = new Thread(() -> clean(keytool, store, folder), "sandbox-certificate");
      Runtime.getRuntime().addShutdownHook(cleaning);
      try {
        await(keytool);
        return of(store, PASSWORD.toCharArray());
      } finally {
        clean(keytool, store, folder);
        forget(cleaning);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void forget(Thread cleaning) {
    try {
      Runtime.getRuntime().removeShutdownHook(cleaning);
    } catch (IllegalStateException theProgramIsStopping) {
      // It has begun, or will find nothing left to clean.
    }
  }

  private static void clean(Process keytool, Path store, Path folder) {
    keytool.destroyForcibly().onExit().join();
    try {
      Files.deleteIfExists(store);
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Process keytool(Path store) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-dname",
                "CN=Partner Auth sandbox",
                "-keyalg",
                "EC",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1,ip:::1",
                "-validity",
                "30",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static void await(Process keytool) throws IOException {
    try {
      if (!keytool.waitFor(1, TimeUnit.MINUTES) || keytool.exitValue() != 0) {
        throw new IOException("keytool made no certificate. Give a key store of your own.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while keytool made a certificate", e);
    }
  }

  /**
   * The first key of a key store (PKCS12 or JKS).
   *
   * @throws UncheckedIOException when it cannot be read, or holds no key
   */
  public static SandboxCertificate of(Path keyStore, char[] password) {
    try {
      KeyStore store = KeyStore.getInstance(keyStore.toFile(), password);
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, password);
      SSLContext serving = SSLContext.getInstance("TLS");
      serving.init(keys.getKeyManagers(), null, null);
      return new SandboxCertificate(serving, certificate(store));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new UncheckedIOException(
          new IOException("the key store cannot be read: " + e.getMessage(), e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static X509Certificate certificate(KeyStore store)
      throws GeneralSecurityException, IOException {
    for (String alias : Collections.list(store.aliases())) {
      if (store.isKeyEntry(alias) && store.getCertificate(alias) instanceof X509Certificate first) {
        return first;
      }
    }
    throw new IOException("the key store holds no key with a certificate");
  }

  SSLContext serving() {
    return serving;
  }

  public X509Certificate certificate() {
    return certificate;
  }

  /** For clients that are to trust this certificate, and no other. */
  public SSLContext trusting() {
    try {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry(ALIAS, certificate);
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext trusting = SSLContext.getInstance("TLS");
      trusting.init(null, trust.getTrustManagers(), null);
      return trusting;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("a store in memory that holds one certificate", e);
    }
  }
}
