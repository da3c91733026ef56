package dev.partnerauth.failure;

import static dev.partnerauth.Samples.aMessage;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorResponsesTest {

  @ParameterizedTest
  @CsvSource({
    "407, policies.ratelimit.QuotaViolation, no, Unreachable",
    "403, policies.ratelimit.QuotaViolation, no, RateLimited",
    "500, policies.ratelimit.SpikeArrestViolation, no, RateLimited",
    "400, messaging.adaptors.http.flow.ServiceUnavailable, no, Unavailable",
    "429, messaging.adaptors.http.flow.ServiceUnavailable, no, RateLimited",
    "404, messaging.adaptors.http.flow.ApplicationNotFound, no, UnexpectedAnswer",
    "429, '', '', RateLimited",
    "408, '', '', Unavailable",
    "500, '', '', Unavailable",
    "599, '', '', Unavailable",
    "302, '', '', UnexpectedAnswer",
    "499, '', '', UnexpectedAnswer"
  })
  void someAnswersMeanTheSameAtBothEndpoints(int status, String code, String text, String kind) {
    String atAccessToken = kindOf(Endpoint.ACCESS_TOKEN, false, status, code, text);
    String inAnExchange = kindOf(Endpoint.ACCESS_TOKEN, true, status, code, text);
    String atServiceToken = kindOf(Endpoint.SERVICE_TOKEN, false, status, code, text);

    assertThat(new String[] {atAccessToken, inAnExchange, atServiceToken}).containsOnly(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "false, 400, Bad Request, Missing or invalid code, UnexpectedAnswer",
    "true, 400, Bad Request, Missing or invalid code, ServiceTokenRefused",
    "true, 400, Bad Request, Missing or invalid GRANT_TYPE, UnexpectedAnswer",
    "true, 400, Bad Request, '', UnexpectedAnswer",
    "false, 401, keymanagement.service.access_token_expired, no, InvalidCredentials",
    "false, 401, '', '', InvalidCredentials",
    "false, 403, Forbidden, Invalid CLIENT, AppNotApproved",
    "false, 403, Forbidden, no, NotPermitted"
  })
  void othersHaveTheirMeaningAtAccessToken(
      boolean exchange, int status, String code, String text, String kind) {
    assertThat(kindOf(Endpoint.ACCESS_TOKEN, exchange, status, code, text)).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "400, BAD_REQUEST, Missing or invalid code, ServiceTokenRequestRefused",
    "401, keymanagement.service.access_token_expired, no, AccessTokenRefused",
    "401, oauth.v2.InvalidAccessToken, no, AccessTokenRefused",
    "401, '', '', UnexpectedAnswer",
    "403, oauth.v2.InvalidAccessToken, no, NotPermitted",
    "403, FORBIDDEN, none of the System Roles may use this header or claim, MissingRole",
    "403, FORBIDDEN, this header makes a claim, HeaderNotAllowed",
    "403, FORBIDDEN, this claim, ClaimNotAllowed",
    "403, FORBIDDEN, no, NotPermitted"
  })
  void othersHaveTheirMeaningAtServiceToken(int status, String code, String text, String kind) {
    assertThat(kindOf(Endpoint.SERVICE_TOKEN, false, status, code, text)).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"keymanagement.service.invalid_access_token", "oauth.v2.InvalidToken"})
  void theGatewayRefusesABearerByItsCode(String code) {
    assertThat(ErrorResponse.refusesTheBearer(code)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "UNAUTHORIZED", "policies.ratelimit.QuotaViolation", "oauth.v2"})
  void noOtherCodeRefusesABearer(String code) {
    assertThat(ErrorResponse.refusesTheBearer(code)).isFalse();
  }

  @Test
  void messageAndFactsAreTheFailures() {
    Facts facts = Facts.answered(Endpoint.SERVICE_TOKEN, 403).errorCode("FORBIDDEN");

    AuthFailure failure =
        new ErrorResponse(facts, false, "FORBIDDEN", "a secret", aMessage("no secret")).failure();

    assertThat(failure)
        .isEqualTo(new AdministratorFailure.NotPermitted(aMessage("no secret"), facts));
  }

  @Test
  void whatCameIsNotPrinted() {
    Facts facts = Facts.answered(Endpoint.SERVICE_TOKEN, 403);

    assertThat(new ErrorResponse(facts, false, "a secret", "a secret", aMessage("no")))
        .hasToString("ErrorResponse[" + facts + "]");
  }

  private static String kindOf(
      Endpoint endpoint, boolean exchange, int status, String code, String text) {
    return new ErrorResponse(Facts.answered(endpoint, status), exchange, code, text, aMessage(text))
        .failure()
        .getClass()
        .getSimpleName();
  }
}
