package dev.partnerauth.testkit.server;

import dev.partnerauth.port.Time;
import java.time.Duration;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOSession;

/** One open connection, and what it is about. Thread-safe. */
final class Connection {

  private final IOSession session;
  private final int port;
  private final Time time;
  private State state;

  /**
   * @param nanos since when
   */
  private record State(Phase phase, long nanos) {}

  private enum Phase {
    /** Nobody says anything. */
    SILENT,
    /** A request has begun to come. */
    ASKING,
    /** It is read, and not yet answered. */
    WAITING
  }

  /**
   * @param port at which it came in; a session forgets that when it is closed
   */
  Connection(IOSession session, int port, Time time) {
    this.session = session;
    this.port = port;
    this.time = time;
    this.state = new State(Phase.SILENT, time.nanos());
  }

  IOSession session() {
    return session;
  }

  int port() {
    return port;
  }

  synchronized void heard() {
    if (state.phase() == Phase.SILENT) {
      enter(Phase.ASKING);
    }
  }

  synchronized void asked() {
    enter(Phase.WAITING);
  }

  synchronized void answered() {
    enter(Phase.SILENT);
  }

  private void enter(Phase phase) {
    state = new State(phase, time.nanos());
  }

  synchronized boolean isBusy() {
    return state.phase() != Phase.SILENT;
  }

  /** Ends it when its client has taken too long; the client may take as long as the server does. */
  synchronized void endIfOverdue(Duration patience) {
    if (time.nanos() - state.nanos() < patience.toNanos()) {
      return;
    }
    if (state.phase() == Phase.ASKING) {
      new RawAnswers(session)
          .instead(
              WireAnswer.problem(
                  408,
                  "Request timeout",
                  "Send the whole request within " + patience.toSeconds() + " seconds."));
    } else if (state.phase() == Phase.SILENT) {
      session.close(CloseMode.GRACEFUL);
    }
  }
}
