package dev.partnerauth.refresh;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How long to leave a failing server alone: a part of the time that it has been failing, so that
 * the waits grow with the outage and never overflow. A pure function, immutable and valid at birth.
 *
 * @since 0.1.0
 */
public final class Cooldown {

  private static final int PART_OF_THE_OUTAGE = 5;
  private static final double JITTERED_PART = 0.5;

  /** What a server may ask for: a slip in its units must not silence an app for years. */
  private static final Duration LONGEST_RETRY_AFTER = Duration.ofDays(1);

  private static final Cooldown STANDARD =
      new Cooldown(Duration.ofMillis(250), Duration.ofSeconds(60));

  private final Duration shortest;
  private final Duration longest;

  private Cooldown(Duration shortest, Duration longest) {
    if (shortest.isNegative() || shortest.isZero() || longest.compareTo(shortest) < 0) {
      throw new IllegalArgumentException(
          "a cooldown needs 0 < shortest <= longest, not " + shortest + ", " + longest);
    }
    this.shortest = shortest;
    this.longest = longest;
  }

  /** A fifth of the time spent failing, at least 250 ms, at most 60 s. */
  public static Cooldown standard() {
    return STANDARD;
  }

  /**
   * @param shortest at least this long; above zero
   * @param longest at most this long, unless the server asks for more; not below {@code shortest}
   * @throws IllegalArgumentException when they are not
   */
  public static Cooldown between(Duration shortest, Duration longest) {
    return new Cooldown(shortest, longest);
  }

  public Duration shortest() {
    return shortest;
  }

  public Duration longest() {
    return longest;
  }

  /**
   * @param failingFor since the first failure
   * @param jitter 0 (the whole wait) to below 1 (half of it), so that many nodes do not come back
   *     at the same moment
   * @param retryAfter what the server asked for, which wins when it is longer, up to a day
   */
  public Duration next(Duration failingFor, double jitter, Optional<Duration> retryAfter) {
    if (!(jitter >= 0 && jitter < 1)) {
      throw new IllegalArgumentException("jitter must be 0 to below 1, not " + jitter);
    }
    Duration wait =
        longer(shorter(failingFor.dividedBy(PART_OF_THE_OUTAGE), longest), Duration.ZERO);
    Duration jittered = Duration.ofMillis((long) (wait.toMillis() * (1 - JITTERED_PART * jitter)));
    return longer(
        longer(jittered, shortest), shorter(retryAfter.orElse(Duration.ZERO), LONGEST_RETRY_AFTER));
  }

  private static Duration shorter(Duration left, Duration right) {
    return left.compareTo(right) < 0 ? left : right;
  }

  private static Duration longer(Duration left, Duration right) {
    return left.compareTo(right) > 0 ? left : right;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cooldown cooldown
        && shortest.equals(cooldown.shortest)
        && longest.equals(cooldown.longest);
  }

  @Override
  public int hashCode() {
    return Objects.hash(shortest, longest);
  }

  @Override
  public String toString() {
    return "Cooldown[shortest=" + shortest + ", longest=" + longest + "]";
  }
}
