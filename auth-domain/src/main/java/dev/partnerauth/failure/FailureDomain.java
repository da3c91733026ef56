package dev.partnerauth.failure;

/**
 * The failure domain: which other calls would fail for the same reason.
 *
 * @since 0.1.0
 */
public enum FailureDomain {
  /** None: it came from this call's own haste or mistake, and nothing was learnt. */
  CALL,
  /** Calls for the same key: the request was understood and refused. */
  KEY,
  /** Calls of the same app at the same endpoint: its credentials or rights do not suffice. */
  APP,
  /** Every call to the endpoint: the server, or the way to it, is not well. */
  ENDPOINT;

  /** Whether requests for other keys would fail too. */
  public boolean isBeyondOneKey() {
    return this == APP || this == ENDPOINT;
  }
}
