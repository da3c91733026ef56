package dev.partnerauth.http.observe;

import dev.partnerauth.event.AuthEvent;
import dev.partnerauth.event.AuthEvent.IssueFailed;
import dev.partnerauth.event.AuthEvent.TokenIssued;
import dev.partnerauth.event.AuthEvent.TokenRenewed;
import dev.partnerauth.port.AuthEvents;
import jdk.jfr.EventType;

/**
 * Puts events into the recordings of Flight Recorder. Where none is under way, or the kind is
 * switched off in it, nothing is made. Thread-safe.
 *
 * @since 0.1.0
 */
public final class JfrAuthEvents implements AuthEvents {

  private final EventType requests = EventType.getEventType(JfrTokenRequest.class);
  private final EventType renewals = EventType.getEventType(JfrTokenRenewal.class);
  private final EventType others = EventType.getEventType(JfrAuthEvent.class);

  private JfrAuthEvents() {}

  /** To every recording of this JVM. */
  public static JfrAuthEvents standard() {
    return new JfrAuthEvents();
  }

  @Override
  public void on(AuthEvent event) {
    if (event instanceof TokenIssued issued) {
      if (requests.isEnabled()) {
        JfrTokenRequest.of(issued).commit();
      }
    } else if (event instanceof IssueFailed failed) {
      if (requests.isEnabled()) {
        JfrTokenRequest.of(failed).commit();
      }
    } else if (event instanceof TokenRenewed renewed) {
      if (renewals.isEnabled()) {
        new JfrTokenRenewal(renewed).commit();
      }
    } else if (others.isEnabled()) {
      new JfrAuthEvent(event).commit();
    }
  }
}
