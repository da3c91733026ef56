package dev.partnerauth.failure;

import dev.partnerauth.violation.Violation;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * It is our turn: server and library do not speak the same protocol.
 *
 * @since 0.1.0
 */
public sealed interface ProtocolFailure extends AuthFailure {

  @Override
  default boolean retryable() {
    return false;
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
    return us.apply(this);
  }

  /** An answer that says success, but does not hold what a success must hold. */
  record ProtocolViolation(Endpoint endpoint, List<Violation> violations, Facts facts)
      implements ProtocolFailure {

    public ProtocolViolation {
      violations = List.copyOf(violations);
    }

    @Override
    public String problem() {
      return "The answer of "
          + endpoint.path()
          + " does not fit the contract: "
          + violations.stream()
              .map(violation -> violation.field() + " " + violation.problem())
              .collect(Collectors.joining("; "))
          + ".";
    }

    @Override
    public String remedy() {
      return "Check that the base address is the Authentication API's and that no proxy answers in its place; if so, report"
          + " it to the maintainers of this library.";
    }
  }

  /** An answer that the contract does not know: a redirect, an unknown status or error. */
  record UnexpectedAnswer(Endpoint endpoint, ForeignText message, Facts facts)
      implements ProtocolFailure {
    @Override
    public String problem() {
      return "The answer of "
          + endpoint.path()
          + " is not in the contract"
          + facts.status().map(status -> " (status " + status + ")").orElse("")
          + message.endingASentence();
    }

    @Override
    public String remedy() {
      return "Check that the base address is the Authentication API's, its path included; if so, report"
          + " it to the maintainers of this library.";
    }
  }

  /**
   * A token arrived that had expired already. Whoever waited for it was given it; it is not served
   * again, and another is not asked for before a while has passed.
   */
  record DeadOnArrival(Instant expiration) implements ProtocolFailure {
    @Override
    public FailureDomain domain() {
      return FailureDomain.KEY;
    }

    @Override
    public Facts facts() {
      return Facts.local();
    }

    @Override
    public String problem() {
      return "The last token had expired when it arrived, at " + expiration + ".";
    }

    @Override
    public String remedy() {
      return "Compare this machine's clock with the server's; a mock server may answer with a fixed expiration.";
    }
  }

  /** The server issued a token again that had been rejected. */
  record RejectedTokenReissued() implements ProtocolFailure {
    @Override
    public FailureDomain domain() {
      return FailureDomain.KEY;
    }

    @Override
    public Facts facts() {
      return Facts.local();
    }

    @Override
    public String problem() {
      return "The server issued the same token again that had been rejected.";
    }

    @Override
    public String remedy() {
      return "Reject a token only when the platform answered 401 to it; a mock server may answer with a fixed token.";
    }
  }

  /** The request ended in an error of a program, ours or one that was plugged in. */
  record Unforeseen(ForeignText error) implements ProtocolFailure {
    @Override
    public FailureDomain domain() {
      return FailureDomain.KEY;
    }

    @Override
    public Facts facts() {
      return Facts.local();
    }

    @Override
    public String problem() {
      return "The request ended in an error of the program" + error.endingASentence();
    }

    @Override
    public String remedy() {
      return "The thread's uncaught exception handler was given the whole of it; mend what it names, or report it to the"
          + " maintainers of this library.";
    }
  }
}
