package dev.partnerauth.cache.redis;

import static dev.partnerauth.cache.redis.Eventually.await;
import static dev.partnerauth.port.SharedStoreState.CONNECTED;
import static dev.partnerauth.port.SharedStoreState.LOST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.event.AuthEvent.SharedStoreLost;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SslOptions;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

class TlsTest {

  private static final String PASSWORD = "changeit";

  /** A key, and the certificate for it that only it signed. */
  private static File newKeyStore() throws IOException {
    File file = RedisProcess.newDirectory().resolve("keys.p12").toFile();
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process process =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-keystore",
                file.getPath(),
                "-storepass",
                PASSWORD,
                "-alias",
                "redis",
                "-keyalg",
                "EC",
                "-dname",
                "CN=redis",
                "-ext",
                "san=ip:127.0.0.1")
            .start();
    assertThat(await(process.onExit()).exitValue()).isZero();
    return file;
  }

  private static ServerSocket serverWith(File keys) throws IOException, GeneralSecurityException {
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(KeyStore.getInstance(keys, PASSWORD.toCharArray()), PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context
        .getServerSocketFactory()
        .createServerSocket(0, 10, InetAddress.getLoopbackAddress());
  }

  @Test
  void aNodeTrustsWhomItsOptionsSayItTrusts() throws IOException, GeneralSecurityException {
    File keys = newKeyStore();
    SslOptions trusting = SslOptions.builder().jdkSslProvider().truststore(keys, PASSWORD).build();
    try (RedisProcess redis = RedisProcess.start();
        Relay relay = Relay.to(redis, serverWith(keys))) {
      RedisURI uri = relay.uri();
      uri.setSsl(true);
      try (Node node = Node.at(uri, choices -> choices.sslOptions(trusting));
          Node other = Node.at(uri, choices -> choices)) {
        node.awaitState(CONNECTED);
        other.awaitEvent(SharedStoreLost.class);

        assertThat(other.store.sharedStore()).isEqualTo(LOST);
      }
    }
  }
}
