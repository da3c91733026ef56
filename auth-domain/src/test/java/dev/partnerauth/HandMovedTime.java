package dev.partnerauth;

import static dev.partnerauth.Samples.NOW;

import dev.partnerauth.port.Time;
import java.time.Duration;
import java.time.Instant;

/** Both clocks, moved by hand. */
final class HandMovedTime implements Time {

  private Duration passed = Duration.ZERO;

  void advance(Duration duration) {
    passed = passed.plus(duration);
  }

  @Override
  public Instant now() {
    return NOW.plus(passed);
  }

  /** Starts where an overflow is near, as the JDK's own may. */
  @Override
  public long nanos() {
    return Long.MAX_VALUE - 1_000 + passed.toNanos();
  }
}
