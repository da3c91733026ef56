package dev.partnerauth.benchmarks.nodes;

import dev.partnerauth.benchmarks.report.Results;
import dev.partnerauth.port.TokenCache;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import redis.embedded.RedisServer;

/**
 * Eight processes that share one Redis, which is killed and comes back. Not part of a run yet: it
 * wants a store to measure.
 */
public final class RedisScenario {

  private static final Duration STARTING = Duration.ofSeconds(15);
  private static final Duration TIME = Duration.ofSeconds(30);
  private static final Duration AWAY = Duration.ofSeconds(15);

  private RedisScenario() {}

  /** To be filled in with the Redis store: its address and a key ring that all nodes have. */
  static final class Shared implements NodeCache {
    @Override
    public TokenCache open(URI store) {
      throw new UnsupportedOperationException("there is no Redis store to open " + store);
    }
  }

  /** The argument is where the results go. */
  public static void main(String[] arguments) throws Exception {
    Results results = new Results(Path.of(arguments[0]));
    int port = freePort();
    RedisServer redis = new RedisServer(port);
    redis.start();
    try (EightNodes nodes =
        EightNodes.start(Shared.class, URI.create("redis://127.0.0.1:" + port))) {
      Thread.sleep(STARTING.toMillis());
      long together = System.nanoTime();
      Thread.sleep(TIME.toMillis());
      long killed = System.nanoTime();
      redis.stop();
      Thread.sleep(AWAY.toMillis());
      redis.start();
      long back = System.nanoTime();
      Thread.sleep(TIME.toMillis());
      String what = ", tokens of 10 s, latency 200 ms";
      nodes.report(results, "Eight processes with one Redis" + what, together, killed, 2);
      nodes.report(results, "The same while Redis is away for 15 s", killed, back, Double.NaN);
      nodes.report(
          results,
          "The same in the second 15 s after its return",
          back + TIME.dividedBy(2).toNanos(),
          back + TIME.toNanos(),
          2);
      results.row(
          "The same after its return",
          "until every node has it again",
          nodes.told().stream()
              .filter(told -> told.nanos() > back && told.store().equals("LOST"))
              .mapToLong(EightNodes.Told::nanos)
              .max()
              .stream()
              .mapToObj(last -> Results.number("%.1f s", (last - back) / 1e9))
              .findFirst()
              .orElse("at once"));
    } finally {
      redis.stop();
    }
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
