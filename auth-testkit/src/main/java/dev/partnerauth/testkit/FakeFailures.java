package dev.partnerauth.testkit;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.failure.ErrorResponse;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.ForeignText;
import dev.partnerauth.failure.NetworkFault;
import dev.partnerauth.failure.Phase;
import dev.partnerauth.failure.ProtocolFailure;
import dev.partnerauth.failure.TransientFailure;
import dev.partnerauth.testkit.fault.BrokenConnection;
import dev.partnerauth.testkit.fault.Fault;
import dev.partnerauth.testkit.fault.GatewayError;
import dev.partnerauth.testkit.fault.OddAnswer;
import dev.partnerauth.testkit.fault.Refusal;
import dev.partnerauth.violation.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What arrives in place of a token when the platform refuses or an answer goes wrong; the contract
 * suites hold this and the HTTP adapter to the same.
 *
 * @param exchange whether the request exchanged a service token
 */
record FakeFailures(Endpoint endpoint, boolean exchange) {

  private static final ForeignText NO_TEXT = ForeignText.of("", List.of());

  private static final Map<Endpoint, Set<String>> NEEDED =
      Map.of(
          Endpoint.ACCESS_TOKEN,
          Set.of("access_token", "token_type", "expires_in"),
          Endpoint.SERVICE_TOKEN,
          Set.of("purpose", "expirationTime", "token"));

  /** Nothing where the decision itself is what arrives. */
  Optional<AuthFailure> insteadOfTheDecision(Fault fault) {
    if (fault instanceof GatewayError error) {
      return Optional.of(gatewayError(error));
    }
    if (fault instanceof BrokenConnection broken) {
      return Optional.of(broken(broken));
    }
    return fault instanceof OddAnswer odd ? violation(odd) : Optional.empty();
  }

  AuthFailure of(Refusal refusal) {
    return meaning(Facts.answered(endpoint, refusal.status()), refusal.code(), refusal.text());
  }

  private AuthFailure gatewayError(GatewayError error) {
    Facts answered = Facts.answered(endpoint, error.status());
    Facts facts = error.retryAfter().map(answered::retryAfter).orElse(answered);
    // A page of HTML tells a program nothing.
    return error
        .code()
        .map(code -> meaning(facts, code, error.text()))
        .orElseGet(() -> new ErrorResponse(facts, exchange, "", "", NO_TEXT).failure());
  }

  private AuthFailure meaning(Facts facts, String code, String text) {
    ForeignText message = ForeignText.of(text, List.of());
    return new ErrorResponse(facts.errorCode(code), exchange, code, text, message).failure();
  }

  private AuthFailure broken(BrokenConnection broken) {
    return switch (broken) {
      case RESET -> unreachable(NetworkFault.CONNECTION_RESET);
      case CLOSED_IN_MID_BODY -> unreachable(NetworkFault.ANSWER_CUT_OFF);
      case EMPTY_ANSWER -> unreachable(NetworkFault.CLOSED_WITHOUT_ANSWER);
      case GARBAGE -> unreachable(NetworkFault.NOT_HTTP);
      case STALL -> timedOut();
    };
  }

  private AuthFailure unreachable(NetworkFault fault) {
    return new TransientFailure.Unreachable(fault, NO_TEXT, Facts.unanswered(endpoint));
  }

  AuthFailure timedOut() {
    return new TransientFailure.TimedOut(Phase.WHOLE_CALL, Facts.unanswered(endpoint));
  }

  private Optional<AuthFailure> violation(OddAnswer odd) {
    if (odd instanceof OddAnswer.WithoutField without) {
      return Optional.of(without.field())
          .filter(NEEDED.getOrDefault(endpoint, Set.of())::contains)
          .map(field -> violated(field, "is missing", "an answer that fits the contract"));
    }
    return odd instanceof OddAnswer.NotJson
        ? Optional.of(violated("Content-Type", "is text/html", "application/json"))
        : Optional.empty();
  }

  private AuthFailure violated(String field, String problem, String expected) {
    return new ProtocolFailure.ProtocolViolation(
        List.of(new Violation.Malformed(field, problem, expected)), Facts.answered(endpoint, 200));
  }
}
