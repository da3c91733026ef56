package dev.partnerauth.refresh;

/**
 * What to do with a token of a certain age.
 *
 * @since 0.1.0
 */
public enum Freshness {
  /** Serve it. */
  FRESH,
  /** Serve it, and renew it in the background. */
  RENEW,
  /** Do not serve it. */
  EXPIRED
}
