package dev.partnerauth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.app.BackendApp;
import dev.partnerauth.failure.AdministratorFailure;
import dev.partnerauth.failure.AuthException;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.CallerFailure;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.ForeignText;
import dev.partnerauth.failure.ProtocolFailure.UnexpectedAnswer;
import io.vavr.control.Either;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EchoedSecretsAreRedactedTest {

  @Test
  void theClientSecretInAMessage() {
    var transport =
        ScriptedTransport.answering(
            403, PublishedAnswers.fault("client said backend-App-secret", "Forbidden"));

    var outcome = Calls.accessToken(transport);

    assertThat(outcome)
        .isEqualTo(
            refused(
                new AdministratorFailure.AppNotApproved(
                    message("client said [redacted]"),
                    Facts.answered(Endpoint.ACCESS_TOKEN, 403).errorCode("Forbidden"))));
  }

  @Test
  void theServiceTokenAndTheSecretInTheAnswerToAnExchange() {
    var transport =
        ScriptedTransport.answering(
            400,
            PublishedAnswers.fault(
                "bad code service-token-to-exchange from frontend-App-secret", "Bad Request"));

    var outcome = Calls.scopedAccessToken(transport);

    assertThat(outcome)
        .isEqualTo(
            refused(
                new CallerFailure.ServiceTokenRefused(
                    message("bad code [redacted] from [redacted]"),
                    Facts.answered(Endpoint.ACCESS_TOKEN, 400).errorCode("Bad Request"))));
  }

  @Test
  void theBearerInAMessage() {
    var transport =
        ScriptedTransport.answering(
            403, PublishedAnswers.forbidden("Bearer general-access-token may not"));

    var outcome = Calls.serviceToken(transport);

    assertThat(outcome)
        .isEqualTo(
            refused(
                new AdministratorFailure.NotPermitted(
                    message("Bearer [redacted] may not"),
                    Facts.answered(Endpoint.SERVICE_TOKEN, 403).errorCode("FORBIDDEN"))));
  }

  @Test
  void aTokenThatNobodySentInAMessage() {
    var transport =
        ScriptedTransport.answering(
            403, PublishedAnswers.forbidden("it was " + PublishedTokens.ACCESS_TOKEN));

    var outcome = Calls.serviceToken(transport);

    assertThat(outcome)
        .isEqualTo(
            refused(
                new AdministratorFailure.NotPermitted(
                    message("it was [redacted]"),
                    Facts.answered(Endpoint.SERVICE_TOKEN, 403).errorCode("FORBIDDEN"))));
  }

  @Test
  void theSecretInAnErrorCodeAndInTheNameOfTheRequest() {
    var transport =
        ScriptedTransport.answering(
            404,
            Map.of("X-Request-Id", "r-backend-App-secret"),
            PublishedAnswers.fault("no", "backend-App-secret.unknown"));

    var outcome = Calls.accessToken(transport);

    assertThat(outcome)
        .isEqualTo(
            refused(
                new UnexpectedAnswer(
                    message("no"),
                    Facts.answered(Endpoint.ACCESS_TOKEN, 404)
                        .errorCode("[redacted].unknown")
                        .requestId("r-[redacted]"))));
  }

  @Test
  void aTokenInAnErrorCodeAndInTheNameOfTheRequest() {
    var transport =
        ScriptedTransport.answering(
            404,
            Map.of("X-Request-Id", PublishedTokens.SERVICE_TOKEN),
            PublishedAnswers.fault("no", PublishedTokens.ACCESS_TOKEN));

    var outcome = Calls.accessToken(transport);

    assertThat(outcome)
        .isEqualTo(
            refused(
                new UnexpectedAnswer(
                    message("no"),
                    Facts.answered(Endpoint.ACCESS_TOKEN, 404)
                        .errorCode("[redacted]")
                        .requestId("[redacted]"))));
  }

  @Test
  void aSecretWithCharactersThatMeanSomethingInPatterns() {
    BackendApp app = BackendApp.of("key", "$1.*(\\E[q").get();
    var transport =
        ScriptedTransport.answering(
            403, PublishedAnswers.fault("client $1.*(\\\\E[q!", "Forbidden"));

    var outcome = Calls.outcome(Calls.api(transport).accessToken(app, Samples.BUDGET));

    assertThat(outcome)
        .isEqualTo(
            refused(
                new AdministratorFailure.AppNotApproved(
                    message("client [redacted]!"),
                    Facts.answered(Endpoint.ACCESS_TOKEN, 403).errorCode("Forbidden"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"access_token\": [\"backend-App-secret\"], \"backend-App-secret\": {}}",
        "{\"access_token\": \"backend-App-secret\", \"token_type\": \"backend-App-secret\"}",
        "{\"backend-App-secret\": [[[[[[[[[",
        "backend-App-secret",
        "{\"expires_in\": \"backend-App-secret\"}"
      })
  void theValuesOfAnAnswerThatDoesNotFit(String body) {
    var transport = ScriptedTransport.answering(200, body);

    var failure = Calls.accessToken(transport).getLeft();

    assertThat(failure + failure.describe() + new AuthException(failure))
        .doesNotContain("backend-App-secret");
  }

  private static ForeignText message(String text) {
    return ForeignText.of(text, List.of());
  }

  private static Either<AuthFailure, ?> refused(AuthFailure failure) {
    return Either.left(failure);
  }
}
