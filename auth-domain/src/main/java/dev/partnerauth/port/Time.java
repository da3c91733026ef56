package dev.partnerauth.port;

import java.time.Clock;
import java.time.Instant;

/**
 * The two clocks. Implementations are thread-safe.
 *
 * @since 0.1.0
 */
public interface Time {

  /** The wall clock, for what goes over the wire and for display. It may jump. */
  Instant now();

  /** Nanoseconds since an arbitrary moment, for ages in this process. It never jumps. */
  long nanos();

  static Time system() {
    Clock clock = Clock.systemUTC();
    return new Time() {
      @Override
      public Instant now() {
        return clock.instant();
      }

      @Override
      public long nanos() {
        return System.nanoTime();
      }
    };
  }
}
