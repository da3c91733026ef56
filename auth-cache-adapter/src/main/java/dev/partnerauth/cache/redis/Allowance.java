package dev.partnerauth.cache.redis;

import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.Delays;
import io.lettuce.core.RedisCommandTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * How long the commands of one claim may take in all. While the claim waits for another node's
 * token anyway, they cost nothing. For one command at a time.
 */
final class Allowance {

  private final AuthRuntime runtime;
  private long leftNanos;
  private long freeUntilNanos;

  Allowance(AuthRuntime runtime, Duration limit) {
    this.runtime = runtime;
    this.leftNanos = limit.toNanos();
    this.freeUntilNanos = runtime.time().nanos();
  }

  /** What time passes until then is waiting. */
  void waitUntil(long nanos) {
    freeUntilNanos = nanos;
  }

  /** Waiting is over. */
  void stopWaiting() {
    freeUntilNanos = runtime.time().nanos();
  }

  /** Fails when the answer takes longer than what is left. */
  <R> CompletionStage<R> within(CompletionStage<R> answer) {
    CompletableFuture<R> bounded = new CompletableFuture<>();
    long beginning = runtime.time().nanos();
    Delays.Pending guard =
        runtime
            .delays()
            .after(
                Duration.ofNanos(Math.max(0, leftNanos + free(beginning))),
                () ->
                    bounded.completeExceptionally(
                        new RedisCommandTimeoutException("Its commands took too long")));
    answer.whenComplete(
        (result, failure) -> {
          guard.cancel();
          long end = runtime.time().nanos();
          leftNanos -= end - beginning - (free(beginning) - free(end));
          if (failure == null) {
            bounded.complete(result);
          } else {
            bounded.completeExceptionally(failure);
          }
        });
    return bounded;
  }

  private long free(long nowNanos) {
    return Math.max(0, freeUntilNanos - nowNanos);
  }
}
