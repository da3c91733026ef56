package dev.partnerauth.port;

import java.time.Duration;
import java.util.Objects;

/**
 * What a call may cost: a limit of time for the whole of it, and whether a failed request may be
 * sent again within that time. Immutable.
 *
 * @since 0.1.0
 */
public final class Budget {

  /** How often a request may be sent. */
  public enum Tries {
    /** Once: whoever asks has a pace of its own, as a renewal in the background has. */
    ONE,
    /** As often as the implementation is set to. */
    SEVERAL
  }

  private final Duration time;
  private final Tries tries;

  private Budget(Duration time, Tries tries) {
    this.time = time;
    this.tries = tries;
  }

  /** This time, for several tries. */
  public static Budget of(Duration time) {
    return of(time, Tries.SEVERAL);
  }

  public static Budget of(Duration time, Tries tries) {
    return new Budget(time, tries);
  }

  public Duration time() {
    return time;
  }

  public Tries tries() {
    return tries;
  }

  /** The same time, for one request only. */
  public Budget once() {
    return new Budget(time, Tries.ONE);
  }

  /** The same tries, in another time. */
  public Budget within(Duration limit) {
    return new Budget(limit, tries);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Budget budget && time.equals(budget.time) && tries == budget.tries;
  }

  @Override
  public int hashCode() {
    return Objects.hash(time, tries);
  }

  @Override
  public String toString() {
    return "Budget[time=" + time + ", tries=" + tries + "]";
  }
}
