package dev.partnerauth.cache;

import dev.partnerauth.port.Time;
import java.time.Duration;
import java.time.Instant;

/** One moment by both clocks: nanoseconds to reckon with, and the instant to show. */
record Moment(long nanos, Instant instant) {

  static Moment now(Time time) {
    return new Moment(time.nanos(), time.now());
  }

  Moment plus(Duration duration) {
    return new Moment(nanos + duration.toNanos(), instant.plus(duration));
  }

  boolean isReachedAt(long now) {
    return now - nanos >= 0;
  }
}
