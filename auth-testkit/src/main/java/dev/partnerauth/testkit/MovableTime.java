package dev.partnerauth.testkit;

import dev.partnerauth.port.Time;
import java.time.Duration;
import java.time.Instant;

/** Clocks that the test moves. Wall clock and nanoseconds move together. Thread-safe. */
public final class MovableTime implements Time {

  private final Time source;
  private volatile Duration ahead;

  private MovableTime(Time source, Duration ahead) {
    this.source = source;
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
        Duration.ZERO);
  }

  /** Runs on from {@code start}, as fast as the system's clocks. */
  public static MovableTime runningFrom(Instant start) {
    Time system = Time.system();
    return new MovableTime(system, Duration.between(system.now(), start));
  }

  /** The system's clocks, until it is advanced. */
  public static MovableTime running() {
    return new MovableTime(Time.system(), Duration.ZERO);
  }

  /** Moves both clocks forwards, or backwards by a negative duration. */
  public synchronized void advance(Duration duration) {
    ahead = ahead.plus(duration);
  }

  @Override
  public Instant now() {
    return source.now().plus(ahead);
  }

  @Override
  public long nanos() {
    return source.nanos() + ahead.toNanos();
  }
}
