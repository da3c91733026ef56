package dev.partnerauth.cache.redis;

import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.Delays;
import io.lettuce.core.RedisException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A stage that fails when its time is up. Thread-safe. */
final class TimeLimit<R> {

  private final CompletableFuture<R> stage = new CompletableFuture<>();
  private final Delays.Pending timer;

  TimeLimit(AuthRuntime runtime, Duration limit, Supplier<RedisException> late) {
    this.timer = runtime.delays().after(limit, () -> stage.completeExceptionally(late.get()));
  }

  CompletionStage<R> stage() {
    return stage;
  }

  /** The answer is there, even if it is handed on later. */
  void stopTimer() {
    timer.cancel();
  }

  /** Answers whether it was in time. */
  boolean complete(R result, @Nullable Throwable failure) {
    timer.cancel();
    return failure == null ? stage.complete(result) : stage.completeExceptionally(failure);
  }
}
