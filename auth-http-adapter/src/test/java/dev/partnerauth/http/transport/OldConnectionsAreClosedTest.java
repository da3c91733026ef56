package dev.partnerauth.http.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.http.settings.NetworkSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("long")
class OldConnectionsAreClosedTest {

  private static final Duration LONG = Duration.ofDays(1);
  private static final Duration SHORT = Duration.ofSeconds(1);

  static Stream<Arguments> transports() {
    Function<NetworkSettings, HttpTransport> async = ApacheAsyncTransport::of;
    Function<NetworkSettings, HttpTransport> classic = ApacheClassicTransport::of;
    return Stream.of(
        Arguments.argumentSet("asynchronous", async), Arguments.argumentSet("classic", classic));
  }

  @ParameterizedTest
  @MethodSource("transports")
  void whenTheyWereNotUsedForAWhile(Function<NetworkSettings, HttpTransport> clients)
      throws IOException {
    NetworkSettings settings = NetworkSettings.standard().connectionLife(LONG).idleLife(SHORT);
    try (KeepingServer server = new KeepingServer();
        HttpTransport transport = clients.apply(settings)) {

      ask(transport, server);

      assertThat(server.left()).succeedsWithin(60, TimeUnit.SECONDS);
    }
  }

  @ParameterizedTest
  @MethodSource("transports")
  void whenTheyAreOldThoughInUse(Function<NetworkSettings, HttpTransport> clients)
      throws IOException {
    NetworkSettings settings = NetworkSettings.standard().connectionLife(SHORT).idleLife(LONG);
    try (KeepingServer server = new KeepingServer();
        HttpTransport transport = clients.apply(settings)) {

      while (!server.left().isDone()) {
        ask(transport, server);
      }

      assertThat(server.connections()).isGreaterThan(1);
    }
  }

  private static void ask(HttpTransport transport, KeepingServer server) {
    transport
        .exchange(
            new HttpRequest(
                "GET", server.uri(), Map.of(), new byte[0], Duration.ofSeconds(30), 1024))
        .toCompletableFuture()
        .join();
  }

  /** Answers request after request, and never ends a connection itself. */
  private static final class KeepingServer implements AutoCloseable {

    private final ServerSocket listening =
        new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger connections = new AtomicInteger();
    private final CompletableFuture<Void> left = new CompletableFuture<>();

    KeepingServer() throws IOException {
      daemon(this::listen);
    }

    URI uri() {
      return URI.create("http://127.0.0.1:" + listening.getLocalPort() + "/");
    }

    int connections() {
      return connections.get();
    }

    /** Completes when the client has ended a connection. */
    CompletableFuture<Void> left() {
      return left;
    }

    private void listen() {
      try {
        while (true) {
          Socket connection = listening.accept();
          connections.incrementAndGet();
          daemon(() -> answer(connection));
        }
      } catch (IOException closed) {
        // The test is over.
      }
    }

    private void answer(Socket connection) {
      try (connection) {
        while (receive(connection.getInputStream())) {
          connection.getOutputStream().write("HTTP/1.1 204 Fine\r\n\r\n".getBytes(ISO_8859_1));
        }
      } catch (IOException e) {
        // It has left as well.
      }
      left.complete(null);
    }

    private static boolean receive(InputStream in) throws IOException {
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        int octet = in.read();
        if (octet < 0) {
          return false;
        }
        head.append((char) octet);
      }
      return true;
    }

    private static void daemon(Runnable work) {
      Thread thread = new Thread(work, "keeping-server");
      thread.setDaemon(true);
      thread.start();
    }

    @Override
    public void close() throws IOException {
      listening.close();
    }
  }
}
