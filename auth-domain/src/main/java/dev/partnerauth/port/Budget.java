package dev.partnerauth.port;

import java.time.Duration;

/**
 * What a call may cost: a limit of time for the whole of it, and whether a failed request may be
 * sent again within that time.
 */
public record Budget(Duration time, Tries tries) {

  /** How often a request may be sent. */
  public enum Tries {
    /** Once: whoever asks has a pace of its own, as a renewal in the background has. */
    ONE,
    /** As often as the implementation is set to. */
    SEVERAL
  }

  public static Budget of(Duration time) {
    return new Budget(time, Tries.SEVERAL);
  }

  /** The same time, for one request only. */
  public Budget once() {
    return new Budget(time, Tries.ONE);
  }

  /** The same tries, in another time. */
  public Budget within(Duration limit) {
    return new Budget(limit, tries);
  }
}
