package dev.partnerauth.cache.redis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;

/** Stands between nodes and Redis, like a network. */
final class Relay implements AutoCloseable {

  private final ServerSocket server;
  private final int port;
  private volatile boolean losesListeners;
  private volatile boolean losesAnswers;

  private Relay(ServerSocket server, int port) {
    this.server = server;
    this.port = port;
    begin(this::accept);
  }

  static Relay to(RedisProcess redis) {
    try {
      return to(redis, new ServerSocket(0, 10, InetAddress.getLoopbackAddress()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Relay to(RedisProcess redis, ServerSocket server) {
    return new Relay(server, redis.port());
  }

  RedisURI uri() {
    return RedisURI.create("127.0.0.1", server.getLocalPort());
  }

  /** From now on connections that listen stay open and pass nothing on. */
  void loseListeners() {
    losesListeners = true;
  }

  /** Whether what Redis says is lost, while what is said to Redis arrives. */
  void loseAnswers(boolean lost) {
    losesAnswers = lost;
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = server.accept();
      Socket redis = new Socket(InetAddress.getLoopbackAddress(), port);
      AtomicBoolean listens = new AtomicBoolean();
      begin(() -> pass(client, redis, listens));
      begin(() -> pass(redis, client, listens));
    }
  }

  private void pass(Socket from, Socket to, AtomicBoolean listens) throws IOException {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] some = new byte[8192];
      for (int length = in.read(some); length >= 0; length = in.read(some)) {
        if (new String(some, 0, length, ISO_8859_1).contains("SUBSCRIBE")) {
          listens.set(true);
        }
        boolean isLostAnswer = losesAnswers && from.getPort() == port;
        if (!isLostAnswer && !(losesListeners && listens.get())) {
          out.write(some, 0, length);
          out.flush();
        }
      }
    }
  }

  private interface Task {
    void run() throws IOException;
  }

  private static void begin(Task task) {
    Thread thread =
        new Thread(
            () -> {
              try {
                task.run();
              } catch (IOException e) {
                // One side has closed it.
              }
            },
            "relay");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
