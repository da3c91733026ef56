package dev.partnerauth.event;

/**
 * How much an event should worry whoever watches.
 *
 * @since 0.1.0
 */
public enum Severity {
  /** All is as it should be, and it may happen with every call. */
  DETAIL,
  /** All is as it should be. */
  INFO,
  /** Somebody should look, though calls may still succeed. */
  WARNING
}
