package dev.partnerauth.benchmarks.nodes;

import dev.partnerauth.benchmarks.Samples;
import dev.partnerauth.benchmarks.TokenServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Issues tokens to other processes and counts. A request is a line with the key that is asked for;
 * an answer is a line with the token's text.
 */
final class CountingServer implements AutoCloseable {

  /** One request. */
  record Asked(String key, long nanos) {}

  private final Duration latency;
  private final ServerSocket socket;
  private final AtomicLong numbers = new AtomicLong();
  private final Collection<Asked> journal = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(TokenServer.daemons("counting-server"));

  private CountingServer(Duration latency, ServerSocket socket) {
    this.latency = latency;
    this.socket = socket;
  }

  /** On a free port of the loopback address. */
  static CountingServer start(Duration latency) throws IOException {
    CountingServer server =
        new CountingServer(latency, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    server.threads.execute(server::accept);
    return server;
  }

  int port() {
    return socket.getLocalPort();
  }

  /** In the order of their arrival. */
  List<Asked> requests() {
    return List.copyOf(journal);
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        threads.execute(() -> serve(connection));
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void serve(Socket connection) {
    try (connection;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII))) {
      String key = in.readLine();
      journal.add(new Asked(key, System.nanoTime()));
      Thread.sleep(latency.toMillis());
      OutputStream out = connection.getOutputStream();
      String text = Samples.text(numbers.incrementAndGet(), Samples.TOKEN_LENGTH);
      out.write((text + "\n").getBytes(StandardCharsets.US_ASCII));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    threads.shutdownNow();
  }
}
