package dev.partnerauth.testkit.fidelity;

/**
 * How a behaviour of the platform is known.
 *
 * @since 0.1.0
 */
public enum Tag {
  /** A published document says so. */
  DOCUMENTED,

  /** Seen in a published sample request, answer or token. */
  OBSERVED,

  /** Nobody says; it was chosen, with a reason. */
  ASSUMED
}
