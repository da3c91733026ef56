package dev.partnerauth.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class JdkTransportKeepsToItsSettingsTest {

  @Test
  void theProxyOfTheProcessIsNotAskedFor() {
    AtomicBoolean asked = new AtomicBoolean();
    ProxySelector before = ProxySelector.getDefault();
    ProxySelector.setDefault(noting(asked));
    try (var transport = JdkTransport.standard()) {
      transport
          .exchange(
              new HttpRequest(
                  "GET",
                  URI.create("http://127.0.0.1:1/"),
                  Map.of(),
                  new byte[0],
                  Duration.ofSeconds(5),
                  1024))
          .toCompletableFuture()
          .handle((response, failure) -> "over")
          .join();
    } finally {
      ProxySelector.setDefault(before);
    }

    assertThat(asked).isFalse();
  }

  private static ProxySelector noting(AtomicBoolean asked) {
    return new ProxySelector() {
      @Override
      public List<Proxy> select(URI uri) {
        asked.set(true);
        return List.of(
            new Proxy(Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), 9)));
      }

      @Override
      public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
    };
  }

  @Test
  void itsLogIsToldOfHoweverItIsSpelled() {
    String property = "jdk.httpclient.HttpClient.log";
    System.setProperty(property, "errors,HEADERS");
    try (var transport = JdkTransport.standard()) {
      assertThat(transport.loggersThatPrintSecrets()).containsExactly("jdk.httpclient.HttpClient");
    } finally {
      System.clearProperty(property);
    }
  }
}
