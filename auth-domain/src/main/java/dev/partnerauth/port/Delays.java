package dev.partnerauth.port;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Runs things later. Implementations are thread-safe. */
@FunctionalInterface
public interface Delays {

  /** Runs {@code task} once, when {@code delay} has passed. */
  Pending after(Duration delay, Runnable task);

  /** Something that is going to run. */
  @FunctionalInterface
  interface Pending {

    /** Lets go of it, unless it has begun. */
    void cancel();
  }

  /** The JDK's own timer, which hands on to {@code executor}. */
  static Delays on(Executor executor) {
    return (delay, task) -> {
      CompletableFuture<Void> timer = new CompletableFuture<>();
      CompletableFuture<Void> run = timer.thenRunAsync(task, executor);
      timer.completeOnTimeout(null, delay.toNanos(), TimeUnit.NANOSECONDS);
      return () -> {
        run.cancel(false);
        timer.cancel(false);
      };
    };
  }
}
