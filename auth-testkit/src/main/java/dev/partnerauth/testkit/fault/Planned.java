package dev.partnerauth.testkit.fault;

import java.time.Duration;
import java.util.Optional;

/**
 * What goes wrong with the answer to one request.
 *
 * @param fault never a {@link Slow}
 * @param delay before the answer's first byte
 * @param trickling whether its bytes come one after the other
 * @since 0.1.0
 */
public record Planned(Fault fault, Duration delay, boolean trickling) {

  static final Planned NOTHING = new Planned(new None(), Duration.ZERO, false);

  /** Whether the answer is the usual one, in time. */
  public boolean isNothing() {
    return fault instanceof None && delay.isZero() && !trickling;
  }

  /** As a noun phrase, unless it is nothing. */
  public Optional<String> told() {
    return isNothing()
        ? Optional.empty()
        : Optional.of(
            fault.describe()
                + (delay.isZero() ? "" : " after " + delay)
                + (trickling ? ", byte by byte" : ""));
  }
}
