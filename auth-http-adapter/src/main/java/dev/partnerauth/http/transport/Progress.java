package dev.partnerauth.http.transport;

import dev.partnerauth.failure.Phase;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * How far an exchange of HttpClient's has come. Kept beside its context, which is no place for what
 * several threads read: an exchange is ended by a timer. Thread-safe.
 */
final class Progress {

  private static final String ATTRIBUTE = "partner-auth.progress";

  private volatile Phase phase = Phase.QUEUED;
  private volatile Runnable disconnecting = () -> {};

  private Progress() {}

  /** Of an exchange that is about to begin in this context. */
  static Progress in(HttpContext context) {
    Progress progress = new Progress();
    context.setAttribute(ATTRIBUTE, progress);
    return progress;
  }

  private static Progress of(HttpContext context) {
    return context.getAttribute(ATTRIBUTE) instanceof Progress progress ? progress : in(context);
  }

  static void enter(HttpContext context, Phase phase) {
    of(context).phase = phase;
  }

  static Phase phase(HttpContext context) {
    return of(context).phase;
  }

  /** How the connection is closed that the exchange has, or will have. */
  static void disconnectBy(HttpContext context, Runnable disconnecting) {
    of(context).disconnecting = disconnecting;
  }

  void disconnect() {
    disconnecting.run();
  }

  /** Where time ran out, for a limit on the whole: nothing was sent without a connection. */
  Phase whenOverdue() {
    return phase == Phase.QUEUED ? Phase.QUEUED : Phase.WHOLE_CALL;
  }
}
