package dev.partnerauth.cache.redis;

import static dev.partnerauth.cache.redis.Eventually.eventually;
import static dev.partnerauth.cache.redis.Samples.anAccessToken;
import static dev.partnerauth.port.SharedStoreState.CONNECTED;
import static dev.partnerauth.port.SharedStoreState.LOST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.cache.Lease;
import dev.partnerauth.token.AccessToken;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailoverTest {

  /** A sentinel that is quick to judge. */
  private static Process sentinelAt(int port, RedisProcess primary) throws IOException {
    Path directory = RedisProcess.newDirectory();
    Path settings = directory.resolve("sentinel.conf");
    Files.write(
        settings,
        List.of(
            "port " + port,
            "bind 127.0.0.1",
            "sentinel monitor tokens 127.0.0.1 " + primary.port() + " 1",
            "sentinel down-after-milliseconds tokens 300",
            "sentinel failover-timeout tokens 2000"));
    return RedisProcess.launch(
        List.of(RedisProcess.EXECUTABLE.getAbsolutePath(), settings.toString(), "--sentinel"),
        directory,
        "+monitor");
  }

  @Test
  void nodesFollowTheSentinelsToTheNewPrimary() throws IOException {
    int port = RedisProcess.freePort();
    try (RedisProcess primary = RedisProcess.start("--repl-diskless-sync-delay", "0");
        RedisProcess replica =
            RedisProcess.start("--replicaof", "127.0.0.1", "" + primary.port())) {
      eventually(
          () -> replica.ask(commands -> commands.info("replication")).contains("link_status:up"));
      Process sentinel = sentinelAt(port, primary);
      RedisURI uri = RedisURI.Builder.sentinel("127.0.0.1", port, "tokens").build();
      AccessToken token = anAccessToken("replicated");
      try (Node node = Node.at(uri, choices -> choices)) {
        node.awaitState(CONNECTED);
        node.acquire();
        node.share(token);
        eventually(() -> !replica.ask(commands -> commands.keys("*:token:*")).isEmpty());
        eventually(() -> sentinelKnowsTheReplica(port));

        primary.kill();
        node.awaitState(LOST);
        node.awaitState(CONNECTED);

        assertThat(node.acquire()).isEqualTo(Lease.found(token));
      } finally {
        sentinel.destroyForcibly();
      }
    }
  }

  private static boolean sentinelKnowsTheReplica(int port) {
    var client = RedisClient.create(RedisURI.Builder.redis("127.0.0.1", port).build());
    try (var connection = client.connectSentinel()) {
      return !connection.sync().replicas("tokens").isEmpty();
    } finally {
      client.shutdown();
    }
  }
}
