package dev.partnerauth.cache.redis;

import dev.partnerauth.port.AuthRuntime;
import io.lettuce.core.RedisCommandTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * How long the commands of one lease acquisition may take in all. While it waits for another node's
 * token anyway, they cost nothing. For one command at a time.
 */
final class CommandDeadline {

  private final AuthRuntime runtime;
  private long leftNanos;
  private long freeUntilNanos;

  CommandDeadline(AuthRuntime runtime, Duration limit) {
    this.runtime = runtime;
    this.leftNanos = limit.toNanos();
    this.freeUntilNanos = runtime.time().nanos();
  }

  /** What time passes until then is waiting. */
  void waitUntil(long nanos) {
    freeUntilNanos = nanos;
  }

  void stopWaiting() {
    freeUntilNanos = runtime.time().nanos();
  }

  /** Fails when the answer takes longer than what is left. */
  <R> CompletionStage<R> within(CompletionStage<R> answer) {
    long beginning = runtime.time().nanos();
    TimeLimit<R> limit =
        new TimeLimit<>(
            runtime,
            Duration.ofNanos(Math.max(0, leftNanos + free(beginning))),
            () -> new RedisCommandTimeoutException("Its commands took too long"));
    answer.whenComplete(
        (result, failure) -> {
          long end = runtime.time().nanos();
          leftNanos -= end - beginning - (free(beginning) - free(end));
          limit.complete(result, failure);
        });
    return limit.stage();
  }

  private long free(long nowNanos) {
    return Math.max(0, freeUntilNanos - nowNanos);
  }
}
