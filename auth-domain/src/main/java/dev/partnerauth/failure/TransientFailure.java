package dev.partnerauth.failure;

import java.util.function.Function;

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

  @Override
  default FailureDomain domain() {
    return FailureDomain.ENDPOINT;
  }

  @Override
  default <R> R fold(
      Function<? super CallerFailure, ? extends R> caller,
      Function<? super AdministratorFailure, ? extends R> administrator,
      Function<? super TransientFailure, ? extends R> time,
      Function<? super ProtocolFailure, ? extends R> us) {
    return time.apply(this);
  }

  /** The gateway's spike arrest or quota refused the request. */
  record RateLimited(Facts facts) implements TransientFailure {
    @Override
    public String problem() {
      return "The server limits the rate of requests.";
    }

    @Override
    public String remedy() {
      return facts
          .retryAfter()
          .map(wait -> "Wait " + wait + ".")
          .orElse("Wait, and ask for fewer tokens: cache them.");
    }
  }

  /** The server answered that it cannot serve now. */
  record Unavailable(Facts facts) implements TransientFailure {
    @Override
    public String problem() {
      return "The server is unavailable"
          + facts.status().map(status -> " (status " + status + ").").orElse(".");
    }

    @Override
    public String remedy() {
      return facts.retryAfter().map(wait -> "Wait " + wait + ".").orElse("Try again later.");
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
    public String problem() {
      return "No answer came: "
          + fault.description()
          + (detail.text().isEmpty() ? "." : " (" + detail + ").");
    }

    @Override
    public String remedy() {
      return fault.remedy();
    }
  }

  /** No answer came in time. */
  record TimedOut(Phase phase, Facts facts) implements TransientFailure {
    /**
     * Whoever sent nothing, or gave up waiting for another's request, learnt nothing of the server.
     */
    @Override
    public FailureDomain domain() {
      boolean nothingSent = phase == Phase.WAITING || phase == Phase.QUEUED || facts.tries() == 0;
      return nothingSent ? FailureDomain.CALL : FailureDomain.ENDPOINT;
    }

    @Override
    public String problem() {
      return "Time ran out " + phase.description() + ".";
    }

    @Override
    public String remedy() {
      return "Try again, or allow more time.";
    }
  }

  /** The waiting thread was interrupted; its interrupt flag is set again. */
  record Interrupted() implements TransientFailure {
    @Override
    public FailureDomain domain() {
      return FailureDomain.CALL;
    }

    @Override
    public Facts facts() {
      return Facts.local();
    }

    @Override
    public String problem() {
      return "The thread was interrupted while it waited for a token.";
    }

    @Override
    public String remedy() {
      return "Call again from a thread that is not being stopped.";
    }
  }
}
