package dev.partnerauth.port;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Runs things later. Implementations are thread-safe. */
@FunctionalInterface
public interface Delays {

  /** An executor that waits for {@code delay} before it runs what it is given. */
  Executor after(Duration delay);

  /** The JDK's own timer, which hands on to {@code executor}. */
  static Delays on(Executor executor) {
    return delay ->
        CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS, executor);
  }
}
