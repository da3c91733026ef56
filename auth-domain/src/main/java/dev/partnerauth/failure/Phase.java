package dev.partnerauth.failure;

/**
 * Where a call stood when its time ran out.
 *
 * @since 0.1.0
 */
public enum Phase {
  /** Nothing had been sent: all connections were in use. */
  QUEUED("while waiting for a free connection"),
  CONNECTING("while connecting"),
  HANDSHAKE("during the TLS handshake"),
  AWAITING_RESPONSE("while the server worked on its answer"),
  WHOLE_CALL("for the whole call"),
  WAITING("while waiting for a token that is on its way");

  private final String description;

  Phase(String description) {
    this.description = description;
  }

  /** As an adverbial phrase. */
  public String description() {
    return description;
  }
}
