package dev.partnerauth.http.transport;

import dev.partnerauth.http.settings.TlsMaterial;
import dev.partnerauth.http.settings.TlsStores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Self-signed keys in a folder, made by the JDK's keytool. */
record Certificates(Path folder) {

  static final String PASSWORD = "changeit";

  /** A key whose certificate names these hosts ({@code dns:…} or {@code ip:…}). */
  Path key(String alias, String... hosts) {
    Path store = folder.resolve(alias + ".p12");
    List<String> arguments =
        new ArrayList<>(
            List.of("-genkeypair", "-alias", alias, "-dname", "CN=" + alias, "-keyalg", "EC"));
    if (hosts.length > 0) {
      arguments.addAll(List.of("-ext", "san=" + String.join(",", hosts)));
    }
    arguments.addAll(List.of("-keystore", store.toString()));
    keytool(arguments);
    return store;
  }

  /** A store that trusts the certificates of these keys. */
  Path trusting(String name, Path... keys) {
    try {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      for (Path key : keys) {
        KeyStore store = KeyStore.getInstance(key.toFile(), PASSWORD.toCharArray());
        String alias = store.aliases().nextElement();
        trusted.setCertificateEntry(alias, store.getCertificate(alias));
      }
      Path file = folder.resolve(name + ".p12");
      try (var out = Files.newOutputStream(file)) {
        trusted.store(out, PASSWORD.toCharArray());
      }
      return file;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static KeyStore inMemory(Path store) {
    try {
      return KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the store holds from now on is what the file holds. */
  static void replace(KeyStore store, Path by) {
    try (var in = Files.newInputStream(by)) {
      store.load(in, PASSWORD.toCharArray());
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static TlsMaterial trust(Path store) {
    return TlsMaterial.of(TlsStores.none().trusting(store, PASSWORD)).get();
  }

  /** For a server: its key, and the clients that it knows. */
  static SSLContext server(Path key, Path trusted) {
    try {
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(KeyStore.getInstance(key.toFile(), PASSWORD.toCharArray()), PASSWORD.toCharArray());
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(KeyStore.getInstance(trusted.toFile(), PASSWORD.toCharArray()));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static void replace(Path file, Path by) {
    try {
      Files.copy(by, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void keytool(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(arguments);
    command.addAll(
        Arrays.asList("-storetype", "PKCS12", "-storepass", PASSWORD, "-validity", "30"));
    try {
      int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
      if (exit != 0) {
        throw new IllegalStateException("keytool ended with " + exit);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
