package dev.partnerauth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.failure.AdministratorFailure;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.CallerFailure;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.ForeignText;
import dev.partnerauth.failure.ProtocolFailure.UnexpectedAnswer;
import io.vavr.control.Either;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsAtServiceTokenTest {

  private static final Facts FORBIDDEN =
      Facts.answered(Endpoint.SERVICE_TOKEN, 403).errorCode("FORBIDDEN");

  @Test
  void anExpiredAccessTokenIsToldByItsCode() {
    var transport = ScriptedTransport.answering(401, PublishedAnswers.ACCESS_TOKEN_EXPIRED);

    var outcome = Calls.serviceToken(transport);

    assertThat(outcome)
        .isEqualTo(
            refused(
                new CallerFailure.AccessTokenRefused(
                    message("Access Token expired"),
                    Facts.answered(Endpoint.SERVICE_TOKEN, 401)
                        .errorCode("keymanagement.service.access_token_expired"))));
  }

  @Test
  void anUnknownAccessTokenIsToldByItsCode() {
    var transport = ScriptedTransport.answering(401, PublishedAnswers.INVALID_ACCESS_TOKEN);

    var outcome = Calls.serviceToken(transport);

    assertThat(outcome)
        .isEqualTo(
            refused(
                new CallerFailure.AccessTokenRefused(
                    message("Invalid Access Token"),
                    Facts.answered(Endpoint.SERVICE_TOKEN, 401)
                        .errorCode("keymanagement.service.invalid_access_token"))));
  }

  @Test
  void theGatewaysOtherTokenCodesMeanTheSame() {
    var transport =
        ScriptedTransport.answering(
            401, PublishedAnswers.fault("Invalid access token", "oauth.v2.InvalidAccessToken"));

    var outcome = Calls.serviceToken(transport);

    assertThat(outcome)
        .isEqualTo(
            refused(
                new CallerFailure.AccessTokenRefused(
                    message("Invalid access token"),
                    Facts.answered(Endpoint.SERVICE_TOKEN, 401)
                        .errorCode("oauth.v2.InvalidAccessToken"))));
  }

  @Test
  void anUnauthorizedWithoutAGatewayCodeDoesNotCondemnTheToken() {
    var transport = ScriptedTransport.answering(401, "<html>Proxy sign-in</html>");

    var outcome = Calls.serviceToken(transport);

    assertThat(outcome)
        .isEqualTo(
            refused(
                new UnexpectedAnswer(message(""), Facts.answered(Endpoint.SERVICE_TOKEN, 401))));
  }

  @Test
  void aRefusedRequestIsTheCallersTurn() {
    var transport = ScriptedTransport.answering(400, PublishedAnswers.BAD_SERVICE_TOKEN_REQUEST);

    var outcome = Calls.serviceToken(transport);

    assertThat(outcome)
        .isEqualTo(
            refused(
                new CallerFailure.ServiceTokenRequestRefused(
                    message(
                        "Request is missing mandatory fields or contains non-acceptable fields"
                            + " for purpose or purpose is invalid"),
                    Facts.answered(Endpoint.SERVICE_TOKEN, 400).errorCode("BAD_REQUEST"))));
  }

  @Test
  void aMissingRoleIsAFailureOfItsOwn() {
    var transport = ScriptedTransport.answering(403, PublishedAnswers.MISSING_ROLE);

    var outcome = Calls.serviceToken(transport);

    assertThat(outcome).isEqualTo(refused(new AdministratorFailure.MissingRole(FORBIDDEN)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RL Header not allowed", "rl header x is not allowed"})
  void aHeaderThatIsNotAllowedIsAFailureOfItsOwn(String text) {
    var transport = ScriptedTransport.answering(403, PublishedAnswers.forbidden(text));

    var outcome = Calls.serviceToken(transport);

    assertThat(outcome)
        .isEqualTo(refused(new AdministratorFailure.HeaderNotAllowed(message(text), FORBIDDEN)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Claim not allowed for purpose", "claim upid is not allowed"})
  void aClaimThatIsNotAllowedIsTheCallersTurn(String text) {
    var transport = ScriptedTransport.answering(403, PublishedAnswers.forbidden(text));

    var outcome = Calls.serviceToken(transport);

    assertThat(outcome)
        .isEqualTo(refused(new CallerFailure.ClaimNotAllowed(message(text), FORBIDDEN)));
  }

  @Test
  void anotherReasonToForbidKeepsItsMessage() {
    var transport =
        ScriptedTransport.answering(403, PublishedAnswers.forbidden("the moon is not full"));

    var outcome = Calls.serviceToken(transport);

    assertThat(outcome)
        .isEqualTo(
            refused(
                new AdministratorFailure.NotPermitted(message("the moon is not full"), FORBIDDEN)));
  }

  @Test
  void aMessageOfAnyLengthIsCutToAFewWords() {
    var transport =
        ScriptedTransport.answering(
            403, PublishedAnswers.forbidden("no ".repeat(1_000) + "\\n\\u001b[31m"));

    var outcome = Calls.serviceToken(transport);

    assertThat(outcome)
        .isEqualTo(
            refused(
                new AdministratorFailure.NotPermitted(message("no ".repeat(1_000)), FORBIDDEN)));
  }

  private static ForeignText message(String text) {
    return ForeignText.of(text, List.of());
  }

  private static Either<AuthFailure, ?> refused(AuthFailure failure) {
    return Either.left(failure);
  }
}
