package dev.partnerauth.http.transport;

import dev.partnerauth.failure.Phase;
import java.util.Objects;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * How far an exchange of HttpClient's has come: a request that finds a kept connection goes past
 * connecting and handshake without a word.
 */
final class ConnectionPhase {

  private static final String ATTRIBUTE = "partner-auth.phase";

  private ConnectionPhase() {}

  static void enter(HttpContext context, Phase phase) {
    context.setAttribute(ATTRIBUTE, phase);
  }

  static Phase of(HttpContext context) {
    return (Phase)
        Objects.requireNonNullElse(context.getAttribute(ATTRIBUTE), Phase.AWAITING_RESPONSE);
  }
}
