package dev.partnerauth.benchmarks.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Arrays;

/**
 * Connections that are kept, each of which sends the same request as soon as the one before is
 * answered. One thread, and no object for a request, so that the server is what is measured.
 */
final class Load {

  private static final int MOST_SAMPLES = 4_000_000;

  private final int port;
  private final byte[] request;
  private final int connections;

  Load(int port, byte[] request, int connections) {
    this.port = port;
    this.request = request;
    this.connections = connections;
  }

  /** What was measured. */
  static final class Measured {

    private final long[] sorted;
    private final double seconds;

    private Measured(long[] nanos, double seconds) {
      this.sorted = nanos;
      this.seconds = seconds;
      Arrays.sort(sorted);
    }

    int requests() {
      return sorted.length;
    }

    double perSecond() {
      return sorted.length / seconds;
    }

    /**
     * @param share of the requests that are answered within this time
     */
    double millis(double share) {
      return sorted[(int) (share * (sorted.length - 1))] / 1e6;
    }
  }

  /** One connection, and what has come of the answer that it waits for. */
  private static final class Line {

    private final SocketChannel channel;
    private final ByteBuffer request;
    private final Answer answer = new Answer();
    private long sent;

    Line(SocketChannel channel, byte[] request) {
      this.channel = channel;
      this.request = ByteBuffer.allocateDirect(request.length).put(request);
    }

    void send() throws IOException {
      request.rewind();
      sent = System.nanoTime();
      while (request.hasRemaining()) {
        channel.write(request);
      }
    }
  }

  Measured during(Duration time) throws IOException {
    return send(MOST_SAMPLES, time);
  }

  Measured requests(int howMany) throws IOException {
    return send(howMany, Duration.ofDays(1));
  }

  private Measured send(int most, Duration time) throws IOException {
    try (Selector selector = Selector.open()) {
      for (int i = 0; i < connections; i++) {
        connect(selector);
      }
      try {
        long[] nanos = new long[most];
        long begun = System.nanoTime();
        for (SelectionKey key : selector.keys()) {
          ((Line) key.attachment()).send();
        }
        int answered = receive(selector, nanos, begun + time.toNanos());
        double seconds = (System.nanoTime() - begun) / 1e9;
        return new Measured(Arrays.copyOf(nanos, answered), seconds);
      } finally {
        for (SelectionKey key : selector.keys()) {
          key.channel().close();
        }
      }
    }
  }

  private void connect(Selector selector) throws IOException {
    SocketChannel channel =
        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel
        .configureBlocking(false)
        .register(selector, SelectionKey.OP_READ, new Line(channel, request));
  }

  /** Until there are as many answers as times, or the moment has come; how many there were. */
  private static int receive(Selector selector, long[] nanos, long until) throws IOException {
    int answered = 0;
    while (true) {
      selector.select();
      for (SelectionKey key : selector.selectedKeys()) {
        Line line = (Line) key.attachment();
        if (line.channel.read(line.answer.octets()) < 0) {
          throw new IOException("the server closed a connection");
        }
        if (line.answer.isWhole()) {
          line.answer.clear();
          long now = System.nanoTime();
          nanos[answered++] = now - line.sent;
          if (answered == nanos.length || now > until) {
            return answered;
          }
          line.send();
        }
      }
      selector.selectedKeys().clear();
    }
  }
}
