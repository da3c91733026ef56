package dev.partnerauth.http;

/**
 * Keeps all retries together to a share of all calls, so that a server that is down does not get a
 * multiple of its usual traffic. What calls save up while all is well is bounded, so that hours of
 * calm do not pay for a storm. Thread-safe.
 */
final class RetryBudget {

  private static final int WHOLE = 100;

  /** So that a client that has just started may repeat a request as well. */
  private static final int ADVANCE = 2 * WHOLE;

  private static final int MOST_SAVED = 10 * WHOLE;

  private final int share;
  private long saved;
  private long advance;

  /**
   * A budget without savings.
   *
   * @param share retries for a hundred calls
   */
  RetryBudget(int share) {
    this.share = share;
    this.advance = share == 0 ? 0 : ADVANCE;
  }

  synchronized void callBegins() {
    saved = Math.min(MOST_SAVED, saved + share);
  }

  /** Takes one retry out of the budget, if there is one. */
  synchronized boolean spend() {
    if (saved >= WHOLE) {
      saved -= WHOLE;
      return true;
    }
    if (advance >= WHOLE) {
      // Paid back by later calls before they save anything.
      advance -= WHOLE;
      saved -= WHOLE;
      return true;
    }
    return false;
  }
}
