package dev.partnerauth.testkit;

import dev.partnerauth.failure.AdministratorFailure;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.CallerFailure;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.ForeignText;
import dev.partnerauth.failure.ProtocolFailure;
import dev.partnerauth.testkit.engine.Refusal;
import java.util.List;

/** What an adapter makes of the platform's refusals; the contract suite holds both to it. */
final class FakeFailures {

  private FakeFailures() {}

  static AuthFailure atAccessToken(Refusal refusal) {
    return failure(refusal, Endpoint.ACCESS_TOKEN);
  }

  static AuthFailure atServiceToken(Refusal refusal) {
    return failure(refusal, Endpoint.SERVICE_TOKEN);
  }

  private static AuthFailure failure(Refusal refusal, Endpoint endpoint) {
    Facts facts = Facts.answered(refusal.status()).errorCode(refusal.code());
    ForeignText message = ForeignText.of(refusal.text(), List.of());
    return switch (refusal) {
      case INVALID_GRANT_TYPE -> new ProtocolFailure.UnexpectedAnswer(endpoint, message, facts);
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
