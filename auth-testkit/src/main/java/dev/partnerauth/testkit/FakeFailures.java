package dev.partnerauth.testkit;

import dev.partnerauth.failure.AdministratorFailure;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.CallerFailure;
import dev.partnerauth.failure.Endpoint;
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
 * What an adapter makes of the platform's refusals, and of answers that go wrong; the contract
 * suites hold both to it.
 */
record FakeFailures(Endpoint endpoint) {

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

  private AuthFailure gatewayError(GatewayError error) {
    Facts answered = Facts.answered(endpoint, error.status());
    Facts coded = error.code().map(answered::errorCode).orElse(answered);
    Facts facts = error.retryAfter().map(coded::retryAfter).orElse(coded);
    boolean limited =
        error.status() == 429
            || error.code().filter(code -> code.startsWith("policies.ratelimit.")).isPresent();
    return limited
        ? new TransientFailure.RateLimited(facts)
        : new TransientFailure.Unavailable(facts);
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
    return new TransientFailure.Unreachable(
        fault, ForeignText.of("", List.of()), Facts.unanswered(endpoint));
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

  AuthFailure of(Refusal refusal) {
    Facts facts = Facts.answered(endpoint, refusal.status()).errorCode(refusal.code());
    ForeignText message = ForeignText.of(refusal.text(), List.of());
    return switch (refusal) {
      case INVALID_GRANT_TYPE -> new ProtocolFailure.UnexpectedAnswer(message, facts);
      case INVALID_CODE -> new CallerFailure.ServiceTokenRefused(message, facts);
      case INVALID_CREDENTIALS -> new AdministratorFailure.InvalidCredentials(facts);
      case APP_NOT_APPROVED -> new AdministratorFailure.AppNotApproved(message, facts);
      case ACCESS_TOKEN_EXPIRED, INVALID_ACCESS_TOKEN ->
          new CallerFailure.AccessTokenRefused(message, facts);
      case BAD_SERVICE_TOKEN_REQUEST ->
          new CallerFailure.ServiceTokenRequestRefused(message, facts);
      case NO_SYSTEM_ROLE -> new AdministratorFailure.MissingRole(facts);
    };
  }
}
