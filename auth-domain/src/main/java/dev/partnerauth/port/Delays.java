package dev.partnerauth.port;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs things later. Implementations are thread-safe.
 *
 * @since 0.1.0
 */
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

  /**
   * The JDK's own timer, which hands on to {@code executor}; what that rejects runs on the timer's
   * own thread, so that nobody waits in vain. What a task throws goes to its thread's uncaught
   * exception handler.
   */
  static Delays on(Executor executor) {
    return (delay, task) -> {
      AtomicBoolean over = new AtomicBoolean();
      Runnable once = () -> runUnless(over, task);
      CompletableFuture<Void> timer = new CompletableFuture<>();
      CompletionStage<Void> due =
          timer.completeOnTimeout(null, measurable(delay).toNanos(), TimeUnit.NANOSECONDS);
      due.thenRun(() -> handOn(once, executor));
      return () -> {
        over.set(true);
        timer.cancel(false);
      };
    };
  }

  private static Duration measurable(Duration delay) {
    Duration longest = Duration.ofDays(36_500);
    return delay.compareTo(longest) > 0 ? longest : delay;
  }

  private static void handOn(Runnable task, Executor executor) {
    try {
      executor.execute(task);
    } catch (Throwable rejected) {
      task.run();
    }
  }

  private static void runUnless(AtomicBoolean over, Runnable task) {
    try {
      if (over.compareAndSet(false, true)) {
        task.run();
      }
    } catch (Throwable thrown) {
      UncaughtErrors.tell(thrown);
    }
  }
}
