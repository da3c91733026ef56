package dev.partnerauth.testkit.contract;

import dev.partnerauth.cache.CaffeineTokenStore;
import dev.partnerauth.cache.redis.KeyRing;
import dev.partnerauth.cache.redis.RedisTokenCache;
import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import redis.embedded.RedisServer;

/** A real Redis server for one test class; each cache over it has a namespace of its own. */
final class OneRedis implements AutoCloseable {

  private final RedisServer server;
  private final RedisURI uri;

  private OneRedis(RedisServer server, RedisURI uri) {
    this.server = server;
    this.uri = uri;
  }

  static OneRedis start() {
    try {
      int port = freePort();
      RedisServer server = new RedisServer(port);
      server.start();
      return new OneRedis(server, RedisURI.create("redis://127.0.0.1:" + port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Shares all three kinds, and waits for Redis as long as a busy machine needs. */
  RedisTokenCache.Builder freshNamespace(CaffeineTokenStore near) {
    byte[] naming = new byte[KeyRing.KEY_BYTES];
    byte[] sealing = new byte[KeyRing.KEY_BYTES];
    Arrays.fill(sealing, (byte) 1);
    return RedisTokenCache.builder(
            uri, UUID.randomUUID().toString(), KeyRing.of(naming, "test", sealing))
        .near(near)
        .commandTimeout(Duration.ofSeconds(10))
        .shareServiceTokens();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
