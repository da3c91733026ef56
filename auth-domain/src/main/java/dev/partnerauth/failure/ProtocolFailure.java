package dev.partnerauth.failure;

import dev.partnerauth.violation.Violation;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** It is our turn: server and library do not speak the same protocol. */
public sealed interface ProtocolFailure extends AuthFailure {

  @Override
  default boolean retryable() {
    return false;
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
}
