package dev.partnerauth.testkit.time;

import dev.partnerauth.port.Delays;
import java.time.Duration;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A timer that stands still until the test moves its {@link MovableTime}: what falls due runs on
 * the thread that moves it, one after another, each at the very moment for which it was set. With
 * clocks that run by themselves it also runs by itself, on the JDK's timer. Thread-safe.
 *
 * <pre>{@code
 * MovableTime time = MovableTime.stoppedAt(start);
 * AuthRuntime runtime = AuthRuntime.system().at(time).delayedBy(MovableDelays.on(time));
 * }</pre>
 *
 * @since 0.1.0
 */
public final class MovableDelays implements Delays {

  private static final Delays BY_ITSELF = Delays.on(Runnable::run);

  private final MovableTime time;
  private final NavigableSet<Waiting> queue =
      new TreeSet<>(Comparator.comparingLong(Waiting::dueNanos).thenComparingLong(Waiting::order));
  private long orders;

  private MovableDelays(MovableTime time) {
    this.time = time;
  }

  /** Moves with these clocks. */
  public static MovableDelays on(MovableTime time) {
    MovableDelays delays = new MovableDelays(time);
    time.drives(delays);
    return delays;
  }

  @Override
  public synchronized Pending after(Duration delay, Runnable task) {
    Waiting waiting = new Waiting(time.nanos() + delay.toNanos(), orders++, task);
    queue.add(waiting);
    Pending byItself = time.runs() ? BY_ITSELF.after(delay, this::runDue) : () -> {};
    return () -> {
      byItself.cancel();
      cancel(waiting);
    };
  }

  private void runDue() {
    MovableTime.runDue(this);
  }

  private synchronized void cancel(Waiting waiting) {
    queue.remove(waiting);
  }

  /** When the next task is due, by the nanoseconds of its clocks. */
  synchronized Optional<Long> nextDueNanos() {
    return queue.stream().findFirst().map(Waiting::dueNanos);
  }

  /** Takes a task that is due, for the caller to run without a lock. */
  synchronized Optional<Runnable> takeDue() {
    return queue.stream()
        .findFirst()
        .filter(next -> next.dueNanos() <= time.nanos())
        .map(
            next -> {
              queue.remove(next);
              return next.task();
            });
  }

  private record Waiting(long dueNanos, long order, Runnable task) {}
}
