package dev.partnerauth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.ProtocolFailure.ProtocolViolation;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.BearerToken;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.Token;
import dev.partnerauth.violation.Violation;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersThatDoNotFitTest {

  private static final String FITS = "an answer that fits the contract";
  private static final String NOT_A_LIFETIME = "is not a whole number of seconds above zero";
  private static final String NOT_SECONDS = "is not a whole number of seconds since the epoch";
  private static final String WRONG_TYPE = "is not what the contract says";

  @Test
  void everyMissingFieldOfAnAccessTokenIsNamedAtOnce() {
    var outcome = accessToken("{}");

    assertThat(outcome)
        .isEqualTo(
            violation(
                Endpoint.ACCESS_TOKEN,
                malformed("access_token", "is missing"),
                malformed("expires_in", "is missing"),
                malformed("token_type", "is missing")));
  }

  @Test
  void everyFieldThatIsNullIsNamedAtOnce() {
    var outcome = accessToken("{'access_token': null, 'token_type': null, 'expires_in': null}");

    assertThat(outcome)
        .isEqualTo(
            violation(
                Endpoint.ACCESS_TOKEN,
                malformed("access_token", "is missing"),
                malformed("expires_in", "is missing"),
                malformed("token_type", "is missing")));
  }

  @Test
  void everyBlankFieldOfAnAccessTokenIsNamedAtOnce() {
    var outcome = accessToken("{'access_token': ' ', 'token_type': '', 'expires_in': ' '}");

    assertThat(outcome)
        .isEqualTo(
            violation(
                Endpoint.ACCESS_TOKEN,
                malformed("access_token", "is blank"),
                malformed("expires_in", NOT_A_LIFETIME),
                malformed("token_type", "is not BearerToken")));
  }

  @Test
  void everyFieldOfTheWrongTypeIsNamedAtOnce() {
    var outcome = accessToken("{'access_token': 5, 'token_type': true, 'expires_in': ['35999']}");

    assertThat(outcome)
        .isEqualTo(
            violation(
                Endpoint.ACCESS_TOKEN,
                malformed("access_token", WRONG_TYPE),
                malformed("expires_in", WRONG_TYPE),
                malformed("token_type", WRONG_TYPE)));
  }

  @Test
  void fieldsOfTheWrongTypeAreNamedTogetherWithThoseThatAreMissing() {
    var outcome = accessToken("{'access_token': {'value': 'a'}, 'expires_in': '0'}");

    assertThat(outcome)
        .isEqualTo(
            violation(
                Endpoint.ACCESS_TOKEN,
                malformed("access_token", WRONG_TYPE),
                malformed("expires_in", NOT_A_LIFETIME),
                malformed("token_type", "is missing")));
  }

  @Test
  void aFieldThatIsGivenTwiceIsNamedAlongWithWhatElseIsWrong() {
    var outcome = accessToken("{\"expires_in\":1,\"access_token\":\"a\",\"expires_in\":[]}");

    assertThat(outcome)
        .isEqualTo(
            violation(
                Endpoint.ACCESS_TOKEN,
                malformed("expires_in", "is given twice"),
                malformed("token_type", "is missing")));
  }

  @Test
  void everyMissingFieldOfAServiceTokenIsNamedAtOnce() {
    var outcome = serviceToken("{}");

    assertThat(outcome)
        .isEqualTo(
            violation(
                Endpoint.SERVICE_TOKEN,
                malformed("expirationTime", "is missing"),
                malformed("purpose", "is missing"),
                malformed("token", "is missing")));
  }

  @Test
  void everyBlankFieldOfAServiceTokenIsNamedAtOnce() {
    var outcome = serviceToken("{'purpose': '', 'expirationTime': '', 'token': ' '}");

    assertThat(outcome)
        .isEqualTo(
            violation(
                Endpoint.SERVICE_TOKEN,
                malformed("expirationTime", NOT_SECONDS),
                malformed("purpose", "is blank"),
                malformed("token", "is blank")));
  }

  @Test
  void everyFieldOfAServiceTokenOfTheWrongTypeIsNamedAtOnce() {
    var outcome = serviceToken("{'purpose': 1, 'expirationTime': {}, 'token': [[]]}");

    assertThat(outcome)
        .isEqualTo(
            violation(
                Endpoint.SERVICE_TOKEN,
                malformed("expirationTime", WRONG_TYPE),
                malformed("purpose", WRONG_TYPE),
                malformed("token", WRONG_TYPE)));
  }

  @Test
  void theAnswerToAnExchangeIsCheckedLikeAnyAccessToken() {
    var outcome =
        Calls.scopedAccessToken(
            ScriptedTransport.answering(200, json("{'access_token': 'a', 'expires_in': '-1'}")));

    assertThat(outcome)
        .isEqualTo(
            violation(
                Endpoint.ACCESS_TOKEN,
                malformed("expires_in", NOT_A_LIFETIME),
                malformed("token_type", "is missing")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "'0'",
        "'000'",
        "-1",
        "'-35999'",
        "'+35999'",
        "35999.5",
        "'35999.0'",
        "1e4",
        "'10 hours'",
        "'3599 9'",
        "' 35999'",
        "99999999999",
        "'999999999999999999999999999999'",
        "1e999999999",
        "true",
        "'٣٥٩٩٩'",
        "'NaN'"
      })
  void aLifetimeThatIsNotAWholeNumberAboveZeroIsNeverGuessed(String expiresIn) {
    var outcome =
        accessToken(
            "{'access_token': 'a', 'token_type': 'BearerToken', 'expires_in': " + expiresIn + "}");

    assertThat(outcome)
        .isEqualTo(violation(Endpoint.ACCESS_TOKEN, malformed("expires_in", NOT_A_LIFETIME)));
  }

  @ParameterizedTest
  @CsvSource({"1,1", "'''1''',1", "'''0035999''',35999", "9999999999,9999999999"})
  void aLifetimeMayBeAsShortAsASecondAndAsLongAsCenturies(String expiresIn, long seconds) {
    var lifetime =
        accessToken(
                "{'access_token': 'a', 'token_type': 'BearerToken', 'expires_in': "
                    + expiresIn
                    + "}")
            .flatMap(token -> Either.right(token.lifetime().orElseThrow()));

    assertThat(lifetime).isEqualTo(Either.right(Duration.ofSeconds(seconds)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-1", "'-1753696695'", "1753696695.5", "1e9", "'soon'", "9999999999999", "false"})
  void anExpirationTimeThatIsNotSecondsSinceTheEpochIsRefused(String expirationTime) {
    var outcome =
        serviceToken("{'purpose': 'p', 'token': 't', 'expirationTime': " + expirationTime + "}");

    assertThat(outcome)
        .isEqualTo(violation(Endpoint.SERVICE_TOKEN, malformed("expirationTime", NOT_SECONDS)));
  }

  @Test
  void anExpirationTimeOfZeroIsATokenThatDiedLongAgo() {
    var expiration =
        serviceToken("{'purpose': 'p', 'token': 't', 'expirationTime': 0}").map(Token::expiration);

    assertThat(expiration).containsExactly(Optional.of(Instant.EPOCH));
  }

  @ParameterizedTest
  @ValueSource(strings = {"BearerToken", "bearertoken", "Bearer", "bearer"})
  void aTokenTypeMayBeThePlatformsOrTheStandards(String tokenType) {
    var header =
        accessToken("{'access_token': 'a', 'expires_in': 1, 'token_type': '" + tokenType + "'}")
            .map(BearerToken::authorizationHeader);

    assertThat(header).containsExactly("Bearer a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"MAC", "BearerTokens", "Bearer Token", "DPoP"})
  void anotherTokenTypeIsRefused(String tokenType) {
    var outcome =
        accessToken("{'access_token': 'a', 'expires_in': 1, 'token_type': '" + tokenType + "'}");

    assertThat(outcome)
        .isEqualTo(violation(Endpoint.ACCESS_TOKEN, malformed("token_type", "is not BearerToken")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'issued_at': 'yesterday'",
        "'issued_at': -1",
        "'issued_at': {'at': [1]}",
        "'issued_at': null",
        "'issued_at': '99999999999999999999'",
        "'issued_at': 1e999999999",
        "'issued_at': true",
        "'api_product_list': {'a': 'b'}",
        "'api_product_list': null",
        "'api_product_list': [null, {}, []]",
        "'api_product_list': '[]'",
        "'api_product_list': '[, , ]'",
        "'api_product_list': '[[['",
        "'api_product_list_json': ''",
        "'client_id': {}, 'developer.email': [], 'status': 0, 'scope': {}"
      })
  void whatIsNotNeededForATokenDoesNoHarm(String oddity) {
    var outcome =
        accessToken(
            "{'access_token': 'a', 'token_type': 'BearerToken', 'expires_in': 1, " + oddity + "}");

    assertThat(outcome.map(Token::reveal)).containsExactly("a");
  }

  @Test
  void anAccessTokenThatNoHeaderCouldCarryIsRefused() {
    var outcome =
        accessToken("{'access_token': 'a\\r\\nb', 'token_type': 'Bearer', 'expires_in': 1}");

    assertThat(outcome)
        .isEqualTo(
            violation(
                Endpoint.ACCESS_TOKEN,
                new Violation.Malformed(
                    "access_token",
                    "contains characters that no token has",
                    "the token exactly as it was issued")));
  }

  @Test
  void aServiceTokenThatIsFarTooLongIsRefused() {
    var outcome =
        serviceToken(
            "{'purpose': 'p', 'expirationTime': 1, 'token': '" + "t".repeat(16 * 1024 + 1) + "'}");

    assertThat(outcome)
        .isEqualTo(
            violation(
                Endpoint.SERVICE_TOKEN, new Violation.TooLong("token", 16 * 1024 + 1, 16 * 1024)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t"})
  void anEmptyBodyIsSaidToBeEmpty(String body) {
    var outcome = Calls.accessToken(ScriptedTransport.answering(200, body));

    assertThat(outcome).isEqualTo(violation(Endpoint.ACCESS_TOKEN, malformed("body", "is empty")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><html><body><h1>Sign in to the guest network</h1></body></html>",
        "{\"access_token\": \"a\", \"token_type\": \"BearerToken\", \"expi",
        "{\"access_token\": \"a",
        "{\"access_token\": \"a\", \"token_type\": \"BearerToken\", \"expires_in\": \"1\"",
        "{'access_token': 'a', 'token_type': 'BearerToken', 'expires_in': '1'}",
        "{\"access_token\": a}",
        "{\"access_token\"; \"a\"}",
        "}",
        "access_token=a&token_type=BearerToken",
        "\u0000\u0001\u0002"
      })
  void aBodyThatIsNotJsonIsSaidNotToBeJson(String body) {
    var outcome = Calls.accessToken(ScriptedTransport.answering(200, body));

    assertThat(outcome)
        .isEqualTo(violation(Endpoint.ACCESS_TOKEN, malformed("body", "is not JSON")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "[{\"access_token\": \"a\"}]", "\"a\"", "5", "true"})
  void aBodyThatIsNotAnObjectIsRefused(String body) {
    var outcome = Calls.accessToken(ScriptedTransport.answering(200, body));

    assertThat(outcome)
        .isEqualTo(violation(Endpoint.ACCESS_TOKEN, malformed("body", "is not one JSON object")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "null", "5", "\"again\""})
  void twoValuesInOneBodyAreRefused(String second) {
    var outcome =
        Calls.accessToken(
            ScriptedTransport.answering(
                200, PublishedAnswers.ACCESS_TOKEN_OF_THE_GUIDE + " " + second));

    assertThat(fieldsBlamed(outcome)).containsExactly("body");
  }

  @Test
  void anAnswerNestedBeyondReasonIsRefused() {
    var outcome =
        accessToken("{'x': " + "[".repeat(20_000) + "]".repeat(20_000) + ", 'access_token': 'a'}");

    assertThat(fieldsBlamed(outcome)).containsExactly("body");
  }

  @Test
  void aViolationCarriesWhatTheHeadersTold() {
    var outcome =
        Calls.accessToken(
            ScriptedTransport.answering(
                200, Map.of("X-Request-Id", "rrt-0123", "Retry-After", "7"), ""));

    assertThat(outcome)
        .isEqualTo(
            Either.left(
                new ProtocolViolation(
                    List.of(malformed("body", "is empty")),
                    Facts.answered(Endpoint.ACCESS_TOKEN, 200)
                        .requestId("rrt-0123")
                        .retryAfter(Duration.ofSeconds(7)))));
  }

  private static List<String> fieldsBlamed(Either<AuthFailure, ?> outcome) {
    return outcome.getLeft() instanceof ProtocolViolation violation
        ? violation.violations().stream().map(Violation::field).toList()
        : List.of();
  }

  private static Either<AuthFailure, AccessToken> accessToken(String body) {
    return Calls.accessToken(ScriptedTransport.answering(200, json(body)));
  }

  private static Either<AuthFailure, ServiceToken> serviceToken(String body) {
    return Calls.serviceToken(ScriptedTransport.answering(200, json(body)));
  }

  /** JSON that was written with single quotes. */
  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private static Violation malformed(String field, String problem) {
    return new Violation.Malformed(field, problem, FITS);
  }

  private static Either<AuthFailure, ?> violation(Endpoint endpoint, Violation... violations) {
    return Either.left(new ProtocolViolation(List.of(violations), Facts.answered(endpoint, 200)));
  }
}
