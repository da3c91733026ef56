package dev.partnerauth.http.transport;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.http.settings.NetworkSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TimedOutConnectionsAreLeftTest {

  private static final String WELL = "HTTP/1.1 204 No Content\r\n\r\n";
  private static final String NEVER_READY = "HTTP/1.1 103 Early Hints\r\n\r\n";

  static Stream<Function<NetworkSettings, HttpTransport>> transports() {
    return Stream.of(ApacheAsyncTransport::of, ApacheClassicTransport::of);
  }

  @ParameterizedTest
  @MethodSource("transports")
  void aServerThatTricklesHeadsDoesNotKeepTheOnlyConnection(
      Function<NetworkSettings, HttpTransport> making) throws IOException {
    NetworkSettings oneConnection =
        NetworkSettings.standard().maxConnections(1).closeGrace(Duration.ZERO);
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        HttpTransport transport = making.apply(oneConnection)) {
      serve(server);

      String outcomes =
          Stream.of(10_000, 700, 10_000)
              .map(limit -> outcome(transport, server.getLocalPort(), limit))
              .toList()
              .toString();

      assertThat(outcomes).isEqualTo("[204, WHOLE_CALL, 204]");
    }
  }

  private static String outcome(HttpTransport transport, int port, int limit) {
    HttpRequest request =
        new HttpRequest(
            "GET",
            URI.create("http://127.0.0.1:" + port + "/"),
            Map.of(),
            new byte[0],
            Duration.ofMillis(limit),
            1024);
    try {
      return "" + transport.exchange(request).toCompletableFuture().join().status();
    } catch (CompletionException e) {
      return e.getCause() instanceof TransportTimeoutException timeout
          ? timeout.phase().toString()
          : String.valueOf(e.getCause());
    }
  }

  /** The second answer on the first connection never begins. */
  private static void serve(ServerSocket server) {
    AtomicInteger requests = new AtomicInteger();
    daemon(
        () -> {
          while (true) {
            Socket connection = server.accept();
            daemon(() -> answer(connection, requests));
          }
        });
  }

  private static void answer(Socket connection, AtomicInteger requests) throws Exception {
    try (connection) {
      var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), US_ASCII));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.isEmpty()) {
          boolean trickle = requests.incrementAndGet() == 2;
          do {
            connection.getOutputStream().write((trickle ? NEVER_READY : WELL).getBytes(US_ASCII));
          } while (trickle && isStillThere(connection));
        }
      }
    }
  }

  /** Waits a little for the client to leave. */
  private static boolean isStillThere(Socket connection) throws IOException {
    connection.setSoTimeout(30);
    try {
      return connection.getInputStream().read() >= 0;
    } catch (SocketTimeoutException silent) {
      return true;
    }
  }

  @FunctionalInterface
  private interface Work {
    void run() throws Exception;
  }

  private static void daemon(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (Exception over) {
                // The client went away, or the test is over.
              }
            });
    thread.setDaemon(true);
    thread.start();
  }
}
