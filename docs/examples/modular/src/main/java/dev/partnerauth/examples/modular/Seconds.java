package dev.partnerauth.examples.modular;

import java.time.Duration;

/** As {@code Retry-After} counts. */
final class Seconds {

  private Seconds() {}

  /** Rounded up, so that nobody comes back too early. */
  static String atLeast(Duration wait) {
    return Long.toString(wait.plus(Duration.ofSeconds(1).minusNanos(1)).toSeconds());
  }
}
