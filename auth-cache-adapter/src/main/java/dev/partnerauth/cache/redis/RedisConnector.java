package dev.partnerauth.cache.redis;

import dev.partnerauth.port.AuthRuntime;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.MaintNotificationsConfig;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SslOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * Connects with Lettuce. A connection that is lost is replaced, not repaired: only a new one is
 * sure to reach the server that is the primary by now, and to listen before it asks what it has
 * missed.
 */
final class RedisConnector {

  /** No caller waits for a connection that long; it only bounds the time to the next attempt. */
  private static final Duration CONNECTING = Duration.ofSeconds(3);

  private static final int WAITING_COMMANDS = 10_000;

  private static final RedisCodec<String, byte[]> CODEC =
      RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

  private final RedisURI uri;
  private final RedisClient client;
  private final Duration commandTimeout;
  private final Duration connectTimeout;
  private final AuthRuntime runtime;

  RedisConnector(RedisURI uri, SslOptions ssl, Duration commandTimeout, AuthRuntime runtime) {
    this.commandTimeout = commandTimeout;
    this.connectTimeout = commandTimeout.compareTo(CONNECTING) > 0 ? commandTimeout : CONNECTING;
    this.uri = copyOf(uri, connectTimeout);
    this.runtime = runtime;
    this.client = RedisClient.create();
    client.setOptions(options(ssl));
  }

  /** Copying as Lettuce does leaves out the sentinels. */
  static RedisURI copyOf(RedisURI uri, Duration timeout) {
    RedisURI.Builder copy = RedisURI.builder(uri).withTimeout(timeout);
    if (uri.getSentinelMasterId() != null) {
      copy.withSentinelMasterId(uri.getSentinelMasterId());
    }
    uri.getSentinels().forEach(sentinel -> copy.withSentinel(copyOf(sentinel, timeout)));
    return copy.build();
  }

  private ClientOptions options(SslOptions ssl) {
    return ClientOptions.builder()
        .sslOptions(ssl)
        .autoReconnect(false)
        .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
        .requestQueueSize(WAITING_COMMANDS)
        .maintNotificationsConfig(MaintNotificationsConfig.disabled())
        .timeoutOptions(TimeoutOptions.enabled(commandTimeout))
        .socketOptions(
            SocketOptions.builder()
                .connectTimeout(connectTimeout)
                .keepAlive(
                    SocketOptions.KeepAliveOptions.builder()
                        .enable()
                        .idle(Duration.ofSeconds(15))
                        .interval(Duration.ofSeconds(5))
                        .count(3)
                        .build())
                .build())
        .build();
  }

  /** Both connections within a few seconds, or an exceptional stage. */
  CompletionStage<RedisConnection> open() {
    TimeLimit<RedisConnection> limit =
        new TimeLimit<>(
            runtime,
            connectTimeout,
            () -> new RedisConnectionException("Not connected within " + connectTimeout));
    CompletionStage<RedisConnection> both =
        client.connectAsync(CODEC, uri).thenCompose(this::listening);
    both.whenComplete(
        (connection, failure) -> {
          if (!limit.complete(connection, failure) && failure == null) {
            connection.close();
          }
        });
    return limit.stage();
  }

  private CompletionStage<RedisConnection> listening(
      StatefulRedisConnection<String, byte[]> commands) {
    return client
        .connectPubSubAsync(CODEC, uri)
        .thenApply(listening -> new RedisConnection(commands, listening, commandTimeout, runtime))
        .whenComplete(
            (connection, failure) -> {
              if (failure != null) {
                CompletionStage<Void> closed = commands.closeAsync();
                closed.exceptionally(nothingLeftToClose -> null);
              }
            });
  }

  /** Closes what is open, too. Returns at once. */
  void close() {
    CompletionStage<Void> closed = client.shutdownAsync();
    closed.exceptionally(nothingLeftToClose -> null);
  }
}
