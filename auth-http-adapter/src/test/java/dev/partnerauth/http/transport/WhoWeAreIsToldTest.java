package dev.partnerauth.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.http.settings.NetworkSettings;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.hc.core5.http.impl.bootstrap.HttpServer;
import org.apache.hc.core5.http.impl.bootstrap.ServerBootstrap;
import org.apache.hc.core5.http.io.HttpRequestHandler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WhoWeAreIsToldTest {

  static Stream<Arguments> transports() {
    Function<NetworkSettings, HttpTransport> async = ApacheAsyncTransport::of;
    Function<NetworkSettings, HttpTransport> classic = ApacheClassicTransport::of;
    Function<NetworkSettings, HttpTransport> jdk = JdkTransport::of;
    return Stream.of(async, classic, jdk)
        .flatMap(
            transport ->
                Stream.of(
                    Arguments.of(transport, "", "partner-auth-java"),
                    Arguments.of(transport, "shop/2.1", "partner-auth-java shop/2.1")));
  }

  @ParameterizedTest
  @MethodSource("transports")
  void withThePartnersOwnNameBehind(
      Function<NetworkSettings, HttpTransport> transports, String suffix, String told)
      throws Exception {
    HttpRequestHandler echo =
        (request, response, context) -> {
          response.setCode(204);
          // Or else the JDK's client keeps the connection, and the server waits for its end.
          response.addHeader("Connection", "close");
          response.addHeader("X-Told", request.getFirstHeader("User-Agent").getValue());
        };
    try (HttpServer server =
            ServerBootstrap.bootstrap()
                .setLocalAddress(InetAddress.getLoopbackAddress())
                .setListenerPort(0)
                .setRequestRouter((request, context) -> echo)
                .create();
        HttpTransport transport =
            transports.apply(NetworkSettings.standard().userAgentSuffix(suffix))) {
      server.start();
      URI uri = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");

      HttpResponse response =
          transport
              .exchange(
                  new HttpRequest("GET", uri, Map.of(), new byte[0], Duration.ofSeconds(30), 1024))
              .toCompletableFuture()
              .join();

      assertThat(response.header("X-Told")).contains(told);
    }
  }
}
