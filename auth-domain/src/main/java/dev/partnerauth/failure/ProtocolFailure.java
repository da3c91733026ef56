package dev.partnerauth.failure;

import static dev.partnerauth.failure.FailureDomain.ENDPOINT;
import static dev.partnerauth.failure.FailureDomain.KEY;

import dev.partnerauth.violation.Violation;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * It is our turn: server and library do not speak the same protocol.
 *
 * @since 0.1.0
 */
public sealed interface ProtocolFailure extends AuthFailure {

  /** An answer that says success, but does not hold what a success must hold. */
  record ProtocolViolation(List<Violation> violations, Facts facts) implements ProtocolFailure {

    public ProtocolViolation {
      violations = List.copyOf(violations);
    }

    @Override
    public Diagnosis diagnosis() {
      return new Diagnosis(
          ENDPOINT,
          violations.stream()
              .map(violation -> violation.field() + " " + violation.problem())
              .collect(
                  Collectors.joining(
                      "; ", facts.theAnswer() + " does not fit the contract: ", ".")),
          "Check that the base address is the Authentication API's and that no proxy answers in its place; if so, report"
              + " it to the maintainers of this library.");
    }
  }

  /** An answer that the contract does not know: a redirect, an unknown status or error. */
  record UnexpectedAnswer(ForeignText message, Facts facts) implements ProtocolFailure {
    @Override
    public Diagnosis diagnosis() {
      return new Diagnosis(
          ENDPOINT,
          facts.theAnswer()
              + " is not in the contract"
              + facts.statusInBrackets()
              + message.endingASentence(),
          "Check that the base address is the Authentication API's, its path included; if so, report"
              + " it to the maintainers of this library.");
    }
  }

  /**
   * A token arrived that had expired already. Whoever waited for it was given it; it is not served
   * again, and another is not asked for before a while has passed.
   */
  record DeadOnArrival(Instant expiration, Facts facts) implements ProtocolFailure {
    @Override
    public Diagnosis diagnosis() {
      return new Diagnosis(
          KEY,
          "The last token had expired when it arrived, at " + expiration + ".",
          "Compare this machine's clock with the server's; a mock server may answer with a fixed expiration.");
    }
  }

  /** The server issued a token again that had been rejected. */
  record RejectedTokenReissued(Facts facts) implements ProtocolFailure {
    @Override
    public Diagnosis diagnosis() {
      return new Diagnosis(
          KEY,
          "The server issued the same token again that had been rejected.",
          "Reject a token only when the platform answered 401 to it; a mock server may answer with a fixed token.");
    }
  }

  /** The request ended in an error of a program, ours or one that was plugged in. */
  record Unforeseen(ForeignText error, Facts facts) implements ProtocolFailure {
    @Override
    public Diagnosis diagnosis() {
      return new Diagnosis(
          KEY,
          "The request ended in an error of the program" + error.endingASentence(),
          "The thread's uncaught exception handler was given the whole of it; mend what it names, or report it to the"
              + " maintainers of this library.");
    }
  }
}
