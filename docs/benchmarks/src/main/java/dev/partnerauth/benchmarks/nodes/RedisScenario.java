package dev.partnerauth.benchmarks.nodes;

import dev.partnerauth.benchmarks.report.Results;
import dev.partnerauth.cache.redis.KeyRing;
import dev.partnerauth.cache.redis.RedisTokenCache;
import dev.partnerauth.port.TokenCache;
import io.lettuce.core.RedisURI;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import redis.embedded.RedisServer;

/** Eight processes that share one Redis, which is killed and comes back. */
public final class RedisScenario {

  private static final Duration STARTING = Duration.ofSeconds(15);
  private static final Duration TIME = Duration.ofSeconds(30);
  private static final Duration AWAY = Duration.ofSeconds(15);
  private static final Duration COMMAND_TIMEOUT = Duration.ofMillis(250);

  private RedisScenario() {}

  /** All nodes have the same keys. */
  static final class Shared implements NodeCache {
    @Override
    public TokenCache open(URI store) {
      byte[] naming = new byte[32];
      byte[] sealing = new byte[32];
      Arrays.fill(naming, (byte) 1);
      Arrays.fill(sealing, (byte) 2);
      return RedisTokenCache.builder(
              RedisURI.create(store), "benchmark", KeyRing.of(naming, "benchmark", sealing))
          .commandTimeout(COMMAND_TIMEOUT)
          .build();
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
      String what = "Eight processes with one Redis, tokens of 10 s, latency 200 ms";
      nodes.report(results, what, together, killed, true);
      nodes.reportSlowest(results, what, together, killed, COMMAND_TIMEOUT);
      String away = "The same while Redis is killed, for 15 s";
      nodes.report(results, away, killed, back, false);
      nodes.reportSlowest(results, away, killed, back, COMMAND_TIMEOUT);
      long half = back + TIME.dividedBy(2).toNanos();
      nodes.report(
          results,
          "The same in the second 15 s after its return",
          half,
          half + TIME.toNanos(),
          true);
      double regained = (lastSeenLost(nodes, back) - back) / 1e9;
      results.row(
          "The same after its return",
          "until every node has it again",
          Results.number("%.1f s", regained),
          "<= 5 s",
          regained <= 5);
    } finally {
      redis.stop();
    }
  }

  private static long lastSeenLost(EightNodes nodes, long back) {
    return nodes.told().stream()
        .filter(told -> told.nanos() > back && told.store().equals("LOST"))
        .mapToLong(EightNodes.Told::nanos)
        .max()
        .orElse(back);
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
