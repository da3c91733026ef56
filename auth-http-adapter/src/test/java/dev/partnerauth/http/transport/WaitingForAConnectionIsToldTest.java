package dev.partnerauth.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.failure.Phase;
import dev.partnerauth.http.settings.NetworkSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("long")
class WaitingForAConnectionIsToldTest {

  static Stream<Function<NetworkSettings, HttpTransport>> transports() {
    return Stream.of(
        ApacheAsyncTransport::of,
        ApacheClassicTransport::of,
        settings -> ApacheClassicTransport.of(settings, Executors.newFixedThreadPool(2)));
  }

  /** Else a full pool of ours would be taken for the server's trouble, and hold up every call. */
  @ParameterizedTest
  @MethodSource("transports")
  void toHaveSentNothing(Function<NetworkSettings, HttpTransport> making) throws Exception {
    NetworkSettings oneConnection =
        NetworkSettings.standard().maxConnections(1).closeGrace(Duration.ZERO);
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        HttpTransport transport = making.apply(oneConnection)) {
      CompletionStage<?> first = transport.exchange(request(silent, 2_000));
      silent.accept();

      CompletionStage<?> second = transport.exchange(request(silent, 300));

      assertThat(List.of(phase(second), phase(first)))
          .isEqualTo(List.of(Phase.QUEUED, Phase.WHOLE_CALL));
    }
  }

  private static Object phase(CompletionStage<?> exchange) {
    try {
      return "an answer: " + exchange.toCompletableFuture().join();
    } catch (CompletionException e) {
      return e.getCause() instanceof TransportTimeoutException timeout
          ? timeout.phase()
          : String.valueOf(e.getCause());
    }
  }

  private static HttpRequest request(ServerSocket server, int limit) throws IOException {
    URI uri = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
    return new HttpRequest("GET", uri, Map.of(), new byte[0], Duration.ofMillis(limit), 1024);
  }
}
