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
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Two connections to Redis, one for commands and one that listens, for as long as both hold. The
 * latter is asked every few seconds whether it does: nobody else would notice. Every answer comes
 * within the time limit, and on the runtime's executor, never on a thread of Lettuce.
 */
final class Session {

  static final Duration PULSE = Duration.ofSeconds(3);

  private final StatefulRedisConnection<String, byte[]> commands;
  private final StatefulRedisPubSubConnection<String, byte[]> news;
  private final Duration timeout;
  private final AuthRuntime runtime;
  private volatile Delays.Pending pulse = () -> {};

  Session(
      StatefulRedisConnection<String, byte[]> commands,
      StatefulRedisPubSubConnection<String, byte[]> news,
      Duration timeout,
      AuthRuntime runtime) {
    this.commands = commands;
    this.news = news;
    this.timeout = timeout;
    this.runtime = runtime;
  }

  CompletionStage<List<Object>> run(Script script, List<String> keys, byte[]... arguments) {
    return guarded(
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
    news.addListener(
        new RedisPubSubAdapter<>() {
          @Override
          public void message(String from, byte[] message) {
            heard.accept(message);
          }
        });
    return guarded(() -> news.async().subscribe(channel));
  }

  /** Tells, on the executor, when one of the connections is gone or dead. */
  void whenBroken(BiConsumer<Session, Throwable> broken) {
    RedisConnectionStateListener listener =
        new RedisConnectionStateListener() {
          @Override
          public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
            onExecutor(
                () ->
                    broken.accept(
                        Session.this, new RedisConnectionException("The connection was closed")));
          }
        };
    commands.addListener(listener);
    news.addListener(listener);
    feelPulse(broken);
  }

  /** Ends with the session: a closed connection does not answer. */
  private void feelPulse(BiConsumer<Session, Throwable> broken) {
    pulse =
        runtime
            .delays()
            .after(
                PULSE,
                () -> {
                  CompletionStage<Void> felt =
                      guarded(() -> news.async().ping()).thenAccept(pong -> feelPulse(broken));
                  felt.exceptionally(
                      failure -> {
                        broken.accept(this, failure);
                        return null;
                      });
                });
  }

  boolean isOpen() {
    return commands.isOpen() && news.isOpen();
  }

  /** Returns at once. */
  void close() {
    pulse.cancel();
    CompletionStage<Void> first = commands.closeAsync();
    CompletionStage<Void> second = news.closeAsync();
    first.runAfterBoth(second, () -> {});
  }

  private <R> CompletionStage<R> guarded(Supplier<RedisFuture<R>> command) {
    CompletableFuture<R> answer = new CompletableFuture<>();
    Delays.Pending guard = () -> {};
    try {
      guard = guardOf(answer);
      ask(command, answer, guard);
    } catch (RuntimeException | Error e) {
      guard.cancel();
      answer.completeExceptionally(e);
    }
    return answer;
  }

  private Delays.Pending guardOf(CompletableFuture<?> answer) {
    return runtime
        .delays()
        .after(
            timeout,
            () ->
                answer.completeExceptionally(
                    new RedisCommandTimeoutException("No answer within " + timeout)));
  }

  private <R> void ask(
      Supplier<RedisFuture<R>> command, CompletableFuture<R> answer, Delays.Pending guard) {
    command
        .get()
        .whenComplete(
            (result, failure) -> {
              guard.cancel();
              onExecutor(
                  () -> {
                    if (failure == null) {
                      answer.complete(result);
                    } else {
                      answer.completeExceptionally(failure);
                    }
                  });
            });
  }

  private void onExecutor(Runnable task) {
    try {
      runtime.executor().execute(task);
    } catch (RejectedExecutionException e) {
      task.run();
    }
  }
}
