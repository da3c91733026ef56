package dev.partnerauth.cache.redis;

import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.Delays;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A connection for commands and one that listens, for as long as both hold. The latter is pinged
 * every few seconds: while nothing is published, a dead one looks like one that lives. Every answer
 * comes within the timeout, and on the runtime's executor, never on a thread of Lettuce.
 */
final class RedisConnection {

  static final Duration PING_INTERVAL = Duration.ofSeconds(3);

  private final StatefulRedisConnection<String, byte[]> commands;
  private final StatefulRedisPubSubConnection<String, byte[]> listening;
  private final Duration timeout;
  private final AuthRuntime runtime;
  private volatile Delays.Pending nextPing = () -> {};

  RedisConnection(
      StatefulRedisConnection<String, byte[]> commands,
      StatefulRedisPubSubConnection<String, byte[]> listening,
      Duration timeout,
      AuthRuntime runtime) {
    this.commands = commands;
    this.listening = listening;
    this.timeout = timeout;
    this.runtime = runtime;
  }

  CompletionStage<List<Object>> run(Script script, List<String> keys, byte[]... arguments) {
    return answerOf(
        () ->
            commands
                .async()
                .eval(
                    script.text(), ScriptOutputType.MULTI, keys.toArray(String[]::new), arguments));
  }

  /**
   * @param heard called on a thread of Lettuce for everything that is published there
   */
  CompletionStage<Void> listen(String channel, Consumer<byte[]> heard) {
    listening.addListener(
        new RedisPubSubAdapter<>() {
          @Override
          public void message(String from, byte[] message) {
            heard.accept(message);
          }
        });
    return answerOf(() -> listening.async().subscribe(channel));
  }

  /** Reports, on the executor, when one of the two is closed or dead. */
  void whenBroken(Consumer<Throwable> broken) {
    RedisConnectionStateListener listener =
        new RedisConnectionStateListener() {
          @Override
          public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
            onExecutor(
                () -> broken.accept(new RedisConnectionException("The connection was closed")));
          }
        };
    commands.addListener(listener);
    listening.addListener(listener);
    pingLater(broken);
  }

  private void pingLater(Consumer<Throwable> broken) {
    nextPing = runtime.delays().after(PING_INTERVAL, () -> ping(broken));
  }

  /** The last one ends with the connection: a closed one does not answer. */
  private void ping(Consumer<Throwable> broken) {
    CompletionStage<Void> answered =
        answerOf(() -> listening.async().ping()).thenAccept(pong -> pingLater(broken));
    answered.exceptionally(
        failure -> {
          broken.accept(failure);
          return null;
        });
  }

  boolean isOpen() {
    return commands.isOpen() && listening.isOpen();
  }

  /** Returns at once. */
  void close() {
    nextPing.cancel();
    CompletionStage<Void> first = commands.closeAsync();
    CompletionStage<Void> second = listening.closeAsync();
    first.runAfterBoth(second, () -> {});
  }

  private <R> CompletionStage<R> answerOf(Supplier<RedisFuture<R>> command) {
    try {
      TimeLimit<R> limit =
          new TimeLimit<>(
              runtime,
              timeout,
              () -> new RedisCommandTimeoutException("No answer within " + timeout));
      command
          .get()
          .whenComplete(
              (result, failure) -> {
                limit.stopTimer();
                onExecutor(() -> limit.complete(result, failure));
              });
      return limit.stage();
    } catch (RuntimeException | Error e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private void onExecutor(Runnable task) {
    try {
      runtime.executor().execute(task);
    } catch (RejectedExecutionException e) {
      task.run();
    }
  }
}
