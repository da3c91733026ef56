package dev.partnerauth.benchmarks.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * The two endpoints as cheap as they can be: one thread answers every connection, always alike, and
 * keeps it open. It runs in a Java of its own, so that its work weighs on all clients alike.
 */
public final class FixedServer {

  private static final int WAITING_CONNECTIONS = 4096;
  private static final ByteBuffer ACCESS_TOKEN = response(Answers.ACCESS_TOKEN);
  private static final ByteBuffer SERVICE_TOKEN = response(Answers.SERVICE_TOKEN);

  /** An answer that waits for its moment. */
  private record Due(long nanos, SocketChannel channel, ByteBuffer answer) {}

  private final long latencyNanos;
  private final Selector selector;
  private final ServerSocketChannel listening;
  private final Queue<Due> waiting = new ArrayDeque<>();

  private FixedServer(Duration latency) throws IOException {
    this.latencyNanos = latency.toNanos();
    this.selector = Selector.open();
    this.listening =
        ServerSocketChannel.open()
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), WAITING_CONNECTIONS);
  }

  private static ByteBuffer response(String json) {
    byte[] body = json.getBytes(UTF_8);
    String head =
        """
        HTTP/1.1 200 OK\r
        Date: Sat, 21 Nov 2026 12:00:00 GMT\r
        Content-Type: application/json;charset=UTF-8\r
        Content-Length: %d\r
        X-Request-Id: 6f2b6a2e-9d0d-4e5e-8d5d-2f6f3c1f7a11\r
        Connection: keep-alive\r
        \r
        """;
    return ByteBuffer.wrap((head.formatted(body.length) + json).getBytes(UTF_8));
  }

  /**
   * Writes the port on a line of its output and serves until it is killed.
   *
   * @param arguments the milliseconds before each answer
   */
  public static void main(String[] arguments) throws IOException {
    FixedServer server = new FixedServer(Duration.ofMillis(Long.parseLong(arguments[0])));
    System.out.println(((InetSocketAddress) server.listening.getLocalAddress()).getPort());
    server.serve();
  }

  private void serve() throws IOException {
    listening.configureBlocking(false).register(selector, SelectionKey.OP_ACCEPT);
    while (true) {
      select();
      for (SelectionKey key : selector.selectedKeys()) {
        if (key.isAcceptable()) {
          accept();
        } else {
          read(key);
        }
      }
      selector.selectedKeys().clear();
      answerWhoeverIsDue();
    }
  }

  private void select() throws IOException {
    Due next = waiting.peek();
    if (next == null) {
      selector.select();
    } else {
      long millis = (next.nanos() - System.nanoTime()) / 1_000_000;
      if (millis > 0) {
        selector.select(millis);
      } else {
        selector.selectNow();
      }
    }
  }

  private void accept() throws IOException {
    for (SocketChannel channel = listening.accept();
        channel != null;
        channel = listening.accept()) {
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.configureBlocking(false).register(selector, SelectionKey.OP_READ, new Request());
    }
  }

  private void read(SelectionKey key) throws IOException {
    SocketChannel channel = (SocketChannel) key.channel();
    Request request = (Request) key.attachment();
    try {
      if (channel.read(request.bytes()) < 0) {
        channel.close();
      } else if (request.isWhole()) {
        ByteBuffer answer = request.isForServiceToken() ? SERVICE_TOKEN : ACCESS_TOKEN;
        request.bytes().clear();
        if (latencyNanos == 0) {
          write(channel, answer);
        } else {
          waiting.add(new Due(System.nanoTime() + latencyNanos, channel, answer));
        }
      }
    } catch (IOException clientIsGone) {
      channel.close();
    }
  }

  private void answerWhoeverIsDue() throws IOException {
    for (Due due = waiting.peek();
        due != null && due.nanos() <= System.nanoTime();
        due = waiting.peek()) {
      waiting.remove();
      try {
        write(due.channel(), due.answer());
      } catch (IOException clientIsGone) {
        due.channel().close();
      }
    }
  }

  private static void write(SocketChannel channel, ByteBuffer answer) throws IOException {
    ByteBuffer bytes = answer.duplicate();
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
