package dev.partnerauth.testkit.time;

import dev.partnerauth.port.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Clocks that the test moves. Wall clock and nanoseconds move together, unless the wall clock is
 * made to jump. Thread-safe.
 *
 * @since 0.1.0
 */
public final class MovableTime implements Time {

  private final Time source;
  private final boolean runs;
  private final List<MovableDelays> timers = new CopyOnWriteArrayList<>();
  private final Duration aheadAtFirst;
  private volatile Duration ahead;
  private volatile Duration jumped = Duration.ZERO;

  private MovableTime(Time source, boolean runs, Duration ahead) {
    this.source = source;
    this.runs = runs;
    this.aheadAtFirst = ahead;
    this.ahead = ahead;
  }

  /** Stands still until it is advanced. */
  public static MovableTime stoppedAt(Instant start) {
    return new MovableTime(
        new Time() {
          @Override
          public Instant now() {
            return start;
          }

          @Override
          public long nanos() {
            return 0;
          }
        },
        false,
        Duration.ZERO);
  }

  /** Runs on from {@code start}, as fast as the system's clocks. */
  public static MovableTime runningFrom(Instant start) {
    Time system = Time.system();
    return new MovableTime(system, true, Duration.between(system.now(), start));
  }

  /** The system's clocks, until it is advanced. */
  public static MovableTime running() {
    return new MovableTime(Time.system(), true, Duration.ZERO);
  }

  /**
   * Moves both clocks forwards, or backwards by a negative duration. On the way forwards the tasks
   * of {@link MovableDelays} run, each at its moment.
   */
  public void advance(Duration duration) {
    Duration left = duration;
    do {
      Duration step = shorter(left, untilNextTask().orElse(left));
      move(step);
      left = left.minus(step);
      timers.forEach(MovableTime::runDue);
    } while (!left.isZero());
  }

  /**
   * Sets the wall clock forwards, or backwards by a negative duration, as whoever corrects it does;
   * nanoseconds do not jump.
   */
  public synchronized void jump(Duration duration) {
    jumped = jumped.plus(duration);
  }

  /** Takes back every advance and every jump. */
  public synchronized void reset() {
    ahead = aheadAtFirst;
    jumped = Duration.ZERO;
  }

  /** Whether the clocks go on by themselves. */
  boolean runs() {
    return runs;
  }

  void drives(MovableDelays delays) {
    timers.add(delays);
  }

  private synchronized void move(Duration step) {
    ahead = ahead.plus(step);
  }

  static void runDue(MovableDelays timer) {
    for (Optional<Runnable> due = timer.takeDue(); due.isPresent(); due = timer.takeDue()) {
      due.get().run();
    }
  }

  private Optional<Duration> untilNextTask() {
    return timers.stream()
        .flatMap(timer -> timer.nextDueNanos().stream())
        .map(due -> Duration.ofNanos(Math.max(0, due - nanos())))
        .reduce(MovableTime::shorter);
  }

  private static Duration shorter(Duration left, Duration right) {
    return left.compareTo(right) < 0 ? left : right;
  }

  @Override
  public Instant now() {
    return source.now().plus(ahead).plus(jumped);
  }

  @Override
  public long nanos() {
    return source.nanos() + ahead.toNanos();
  }
}
