package dev.partnerauth;

/**
 * Whether an app gets by on its tokens. A sign of readiness at most, never of liveness: a restart
 * mends none of what is told here, and throws away tokens that still live.
 *
 * @since 0.1.0
 */
public enum AuthHealth {
  /** No token was asked for yet. */
  UNKNOWN,
  /** A general access token is at hand, or nothing speaks against getting one. */
  UP,
  /**
   * A general access token is at hand, but something is wrong: it cannot be renewed, the latest
   * request failed for a reason that others share, or the shared store is lost.
   */
  DEGRADED,
  /** No general access token is at hand, and the latest attempt to get tokens failed. */
  DOWN
}
