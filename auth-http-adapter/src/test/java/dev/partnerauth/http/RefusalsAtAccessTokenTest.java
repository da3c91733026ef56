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

class RefusalsAtAccessTokenTest {

  @Test
  void unknownCredentialsAreTheAdministratorsTurn() {
    var transport = ScriptedTransport.answering(401, PublishedAnswers.INVALID_CLIENT_CREDENTIALS);

    var outcome = Calls.accessToken(transport);

    assertThat(outcome)
        .isEqualTo(
            refused(
                new AdministratorFailure.InvalidCredentials(
                    Facts.answered(Endpoint.ACCESS_TOKEN, 401).errorCode("Unauthorized"))));
  }

  @Test
  void unknownCredentialsInAnExchangeAreTheAdministratorsTurnToo() {
    var transport = ScriptedTransport.answering(401, PublishedAnswers.INVALID_CLIENT_CREDENTIALS);

    var outcome = Calls.scopedAccessToken(transport);

    assertThat(outcome)
        .isEqualTo(
            refused(
                new AdministratorFailure.InvalidCredentials(
                    Facts.answered(Endpoint.ACCESS_TOKEN, 401).errorCode("Unauthorized"))));
  }

  @Test
  void aRefusedGrantTypeIsNotInTheContractSinceThisLibraryWritesIt() {
    var transport = ScriptedTransport.answering(400, PublishedAnswers.INVALID_GRANT_TYPE);

    var outcome = Calls.accessToken(transport);

    assertThat(outcome)
        .isEqualTo(
            refused(
                new UnexpectedAnswer(
                    message("Missing or invalid grant_type"),
                    Facts.answered(Endpoint.ACCESS_TOKEN, 400).errorCode("Bad Request"))));
  }

  @Test
  void aRefusedGrantTypeInAnExchangeDoesNotBlameTheServiceToken() {
    var transport = ScriptedTransport.answering(400, PublishedAnswers.INVALID_GRANT_TYPE);

    var outcome = Calls.scopedAccessToken(transport);

    assertThat(outcome)
        .isEqualTo(
            refused(
                new UnexpectedAnswer(
                    message("Missing or invalid grant_type"),
                    Facts.answered(Endpoint.ACCESS_TOKEN, 400).errorCode("Bad Request"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Missing or invalid code", "コードがないか無効です"})
  void aRefusedCodeIsARefusedServiceTokenInAnyLanguage(String text) {
    var transport = ScriptedTransport.answering(400, PublishedAnswers.fault(text, "Bad Request"));

    var outcome = Calls.scopedAccessToken(transport);

    assertThat(outcome)
        .isEqualTo(
            refused(
                new CallerFailure.ServiceTokenRefused(
                    message(text),
                    Facts.answered(Endpoint.ACCESS_TOKEN, 400).errorCode("Bad Request"))));
  }

  @Test
  void aRefusedCodeWhereNoneWasSentIsNotInTheContract() {
    var transport =
        ScriptedTransport.answering(
            400, PublishedAnswers.fault("Missing or invalid code", "Bad Request"));

    var outcome = Calls.accessToken(transport);

    assertThat(outcome)
        .isEqualTo(
            refused(
                new UnexpectedAnswer(
                    message("Missing or invalid code"),
                    Facts.answered(Endpoint.ACCESS_TOKEN, 400).errorCode("Bad Request"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api_client_id is not approved",
        "Invalid client identifier",
        "INVALID CLIENT",
        "unknown api_client_id"
      })
  void anAppThatIsNotYetApprovedIsAFailureOfItsOwn(String text) {
    var transport = ScriptedTransport.answering(403, PublishedAnswers.fault(text, "Forbidden"));

    var outcome = Calls.accessToken(transport);

    assertThat(outcome)
        .isEqualTo(
            refused(
                new AdministratorFailure.AppNotApproved(
                    message(text),
                    Facts.answered(Endpoint.ACCESS_TOKEN, 403).errorCode("Forbidden"))));
  }

  @Test
  void anotherReasonToForbidKeepsItsMessage() {
    var transport =
        ScriptedTransport.answering(
            403, PublishedAnswers.fault("Not from this country", "Forbidden"));

    var outcome = Calls.accessToken(transport);

    assertThat(outcome)
        .isEqualTo(
            refused(
                new AdministratorFailure.NotPermitted(
                    message("Not from this country"),
                    Facts.answered(Endpoint.ACCESS_TOKEN, 403).errorCode("Forbidden"))));
  }

  @Test
  void aForbiddingPageThatIsNotTheApisIsNotPermittedWithoutAMessage() {
    var transport =
        ScriptedTransport.answering(403, "<html>client 10.0.0.7 is blocked by the firewall</html>");

    var outcome = Calls.accessToken(transport);

    assertThat(outcome)
        .isEqualTo(
            refused(
                new AdministratorFailure.NotPermitted(
                    message(""), Facts.answered(Endpoint.ACCESS_TOKEN, 403))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "{\"fault\": null}",
        "{\"fault\": {}}",
        "{\"fault\": {\"faultstring\": null, \"detail\": {}}}",
        "{\"fault\": \"Invalid Client Credentials\"}",
        "{\"fault\": [1, 2]}",
        "{\"message\": {\"text\": \"no\"}}",
        "{\"fault\": {\"faultstring\": \"Inval",
        "<html>Unauthorized</html>",
        "Unauthorized"
      })
  void aStatusIsEnoughWhereTheBodyCannotBeRead(String body) {
    var transport = ScriptedTransport.answering(401, body);

    var outcome = Calls.accessToken(transport);

    assertThat(outcome)
        .isEqualTo(
            refused(
                new AdministratorFailure.InvalidCredentials(
                    Facts.answered(Endpoint.ACCESS_TOKEN, 401))));
  }

  @Test
  void aStatusIsEnoughWithoutABody() {
    var transport = ScriptedTransport.answering(401, "");

    var outcome = Calls.accessToken(transport);

    assertThat(outcome)
        .isEqualTo(
            refused(
                new AdministratorFailure.InvalidCredentials(
                    Facts.answered(Endpoint.ACCESS_TOKEN, 401))));
  }

  @Test
  void refusalsAreNotRetryable() {
    var statuses = List.of(400, 401, 403, 404);

    var retryable =
        statuses.stream()
            .map(status -> Calls.accessToken(ScriptedTransport.answering(status, "{}")))
            .map(outcome -> outcome.getLeft().retryable())
            .toList();

    assertThat(retryable).containsOnly(false);
  }

  private static ForeignText message(String text) {
    return ForeignText.of(text, List.of());
  }

  private static Either<AuthFailure, ?> refused(AuthFailure failure) {
    return Either.left(failure);
  }
}
