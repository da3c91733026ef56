package dev.partnerauth.http.transport;

import dev.partnerauth.failure.Phase;
import java.io.IOException;

/**
 * Time ran out in a transport.
 *
 * @since 0.1.0
 */
public final class TransportTimeoutException extends IOException {

  private static final long serialVersionUID = 1L;

  private final Phase phase;

  public TransportTimeoutException(Phase phase) {
    super("time ran out " + phase.description());
    this.phase = phase;
  }

  /** Where the exchange stood. */
  public Phase phase() {
    return phase;
  }
}
