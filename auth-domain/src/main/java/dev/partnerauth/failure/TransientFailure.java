package dev.partnerauth.failure;

import static dev.partnerauth.failure.FailureDomain.CALL;
import static dev.partnerauth.failure.FailureDomain.ENDPOINT;

/**
 * It is time's turn: the same call may well succeed later.
 *
 * @since 0.1.0
 */
public sealed interface TransientFailure extends AuthFailure {

  @Override
  default boolean retryable() {
    return true;
  }

  /** The gateway's spike arrest or quota refused the request. */
  record RateLimited(Facts facts) implements TransientFailure {
    @Override
    public Diagnosis diagnosis() {
      return new Diagnosis(
          ENDPOINT,
          "The server limits the rate of requests.",
          facts.waitOr("Wait, and ask for fewer tokens: cache them."));
    }
  }

  /** The server answered that it cannot serve now. */
  record Unavailable(Facts facts) implements TransientFailure {
    @Override
    public Diagnosis diagnosis() {
      return new Diagnosis(
          ENDPOINT,
          "The server is unavailable" + facts.statusInBrackets() + ".",
          facts.waitOr("Try again later."));
    }
  }

  /**
   * No answer came, since the connection failed.
   *
   * @param detail what the transport said of it
   */
  record Unreachable(NetworkFault fault, ForeignText detail, Facts facts)
      implements TransientFailure {
    @Override
    public boolean retryable() {
      return fault.retryable();
    }

    @Override
    public Diagnosis diagnosis() {
      String inBrackets = detail.text().isEmpty() ? "" : " (" + detail + ")";
      return new Diagnosis(
          ENDPOINT, "No answer came: " + fault.description() + inBrackets + ".", fault.remedy());
    }
  }

  /** No answer came in time. */
  record TimedOut(Phase phase, Facts facts) implements TransientFailure {
    @Override
    public Diagnosis diagnosis() {
      // Who sent nothing, or gave up waiting for another's request, learnt nothing of the server.
      boolean sent = phase != Phase.WAITING && phase != Phase.QUEUED && facts.tries() > 0;
      return new Diagnosis(
          sent ? ENDPOINT : CALL,
          "Time ran out " + phase.description() + ".",
          "Try again, or allow more time.");
    }
  }

  /** The waiting thread was interrupted; its interrupt flag is set again. */
  record Interrupted() implements TransientFailure {
    @Override
    public Diagnosis diagnosis() {
      return new Diagnosis(
          CALL,
          "The thread was interrupted while it waited for a token.",
          "Call again from a thread that is not being stopped.");
    }
  }
}
