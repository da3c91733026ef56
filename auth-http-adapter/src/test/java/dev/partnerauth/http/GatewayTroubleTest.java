package dev.partnerauth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.ForeignText;
import dev.partnerauth.failure.ProtocolFailure.ProtocolViolation;
import dev.partnerauth.failure.ProtocolFailure.UnexpectedAnswer;
import dev.partnerauth.failure.TransientFailure.RateLimited;
import dev.partnerauth.failure.TransientFailure.Unavailable;
import dev.partnerauth.violation.Violation;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayTroubleTest {

  private static final String PAGE = "<html><h1>The server is having a day off</h1></html>";

  @ParameterizedTest
  @CsvSource({
    "429, policies.ratelimit.SpikeArrestViolation",
    "429, policies.ratelimit.QuotaViolation",
    "500, policies.ratelimit.SpikeArrestViolation",
    "500, policies.ratelimit.QuotaViolation",
    "429, something.else",
    "403, policies.ratelimit.QuotaViolation"
  })
  void aLimitedRateIsToldByCodeFirstAndStatusSecond(int status, String code) {
    var transport = ScriptedTransport.answering(status, PublishedAnswers.fault("Slow down", code));

    var outcomes = bothEndpoints(transport);

    assertThat(outcomes)
        .isEqualTo(
            atBothEndpoints(
                endpoint -> new RateLimited(Facts.answered(endpoint, status).errorCode(code))));
  }

  @ParameterizedTest
  @CsvSource({
    "502, messaging.adaptors.http.flow.UnexpectedEOFAtTarget",
    "503, messaging.adaptors.http.flow.ServiceUnavailable",
    "504, messaging.adaptors.http.flow.GatewayTimeout",
    "500, messaging.adaptors.http.flow.ErrorResponseCode",
    "500, steps.javacallout.ExecutionError"
  })
  void aServerOutOfReachOfItsGatewayIsUnavailable(int status, String code) {
    var transport = ScriptedTransport.answering(status, PublishedAnswers.fault("Trouble", code));

    var outcomes = bothEndpoints(transport);

    assertThat(outcomes)
        .isEqualTo(
            atBothEndpoints(
                endpoint -> new Unavailable(Facts.answered(endpoint, status).errorCode(code))));
  }

  @Test
  void anAddressThatTheGatewayDoesNotKnowIsNoTroubleThatPasses() {
    String code = "messaging.adaptors.http.flow.ApplicationNotFound";
    var transport = ScriptedTransport.answering(404, PublishedAnswers.fault("Who?", code));

    var outcome = Calls.accessToken(transport);

    assertThat(outcome)
        .isEqualTo(
            refused(
                new UnexpectedAnswer(
                    message("Who?"), Facts.answered(Endpoint.ACCESS_TOKEN, 404).errorCode(code))));
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 500, 502, 503, 504, 599})
  void aLoadBalancersPageIsUnavailable(int status) {
    var transport = ScriptedTransport.answering(status, PAGE);

    var outcomes = bothEndpoints(transport);

    assertThat(outcomes)
        .isEqualTo(atBothEndpoints(endpoint -> new Unavailable(Facts.answered(endpoint, status))));
  }

  @Test
  void aLimitWithoutAnyWordsIsALimit() {
    var transport = ScriptedTransport.answering(429, "");

    var outcomes = bothEndpoints(transport);

    assertThat(outcomes)
        .isEqualTo(atBothEndpoints(endpoint -> new RateLimited(Facts.answered(endpoint, 429))));
  }

  @ParameterizedTest
  @CsvSource({"429, 30", "503, ' 30 '"})
  void theServersWishToWaitInSecondsIsKept(int status, String retryAfter) {
    var transport = ScriptedTransport.answering(status, Map.of("Retry-After", retryAfter), PAGE);

    var outcome = Calls.accessToken(transport);

    assertThat(outcome.getLeft().retryAfter()).contains(Duration.ofSeconds(30));
  }

  @Test
  void theServersWishToWaitUntilADateIsReckonedFromNow() {
    var transport =
        ScriptedTransport.answering(
            503, Map.of("retry-after", "Tue, 01 Jul 2025 12:00:10 GMT"), PAGE);

    var outcome = Calls.accessToken(transport);

    assertThat(outcome)
        .isEqualTo(
            refused(
                new Unavailable(
                    Facts.answered(Endpoint.ACCESS_TOKEN, 503)
                        .retryAfter(Duration.ofMillis(9_750)))));
  }

  @Test
  void aWishToWaitThatCannotBeReadIsNone() {
    var transport = ScriptedTransport.answering(503, Map.of("Retry-After", "a while"), PAGE);

    var outcome = Calls.accessToken(transport);

    assertThat(outcome)
        .isEqualTo(refused(new Unavailable(Facts.answered(Endpoint.ACCESS_TOKEN, 503))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rrt-0b8c",
        "9f4c2a6e-1f0b-4a52-8a0e-6f5d6f1f2f3e",
        "7fb9c003b77740c6ade0ac945c9d710b"
      })
  void theServersNameForTheRequestIsKeptForItsSupport(String id) {
    var transport = ScriptedTransport.answering(503, Map.of("X-Request-ID", id), PAGE);

    var outcome = Calls.accessToken(transport);

    assertThat(outcome)
        .isEqualTo(
            refused(new Unavailable(Facts.answered(Endpoint.ACCESS_TOKEN, 503).requestId(id))));
  }

  @Test
  void troubleMayPass() {
    var outcomes =
        List.of(
            Calls.accessToken(ScriptedTransport.answering(429, "")),
            Calls.accessToken(ScriptedTransport.answering(503, "")));

    var retryable = outcomes.stream().map(outcome -> outcome.getLeft().retryable()).toList();

    assertThat(retryable).containsOnly(true);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {201, 202, 204, 206, 301, 302, 303, 304, 307, 308, 402, 404, 405, 410, 415, 418, 451})
  void aStatusThatTheContractDoesNotKnowIsUnexpected(int status) {
    var transport = ScriptedTransport.answering(status, "");

    var outcome = Calls.accessToken(transport);

    assertThat(outcome)
        .isEqualTo(
            refused(
                new UnexpectedAnswer(message(""), Facts.answered(Endpoint.ACCESS_TOKEN, status))));
  }

  @Test
  void aTokenUnderAnotherStatusThan200IsNotTaken() {
    var transport = ScriptedTransport.answering(201, PublishedAnswers.ACCESS_TOKEN_OF_THE_GUIDE);

    var outcome = Calls.accessToken(transport);

    assertThat(outcome)
        .isEqualTo(
            refused(new UnexpectedAnswer(message(""), Facts.answered(Endpoint.ACCESS_TOKEN, 201))));
  }

  @Test
  void aRedirectIsUnexpectedAndDoesNotTellWhereItLeads() {
    var transport =
        ScriptedTransport.answering(
            302, Map.of("Location", "https://evil.example/?secret=backend-App-secret"), PAGE);

    var outcome = Calls.serviceToken(transport);

    assertThat(outcome)
        .isEqualTo(
            refused(
                new UnexpectedAnswer(message(""), Facts.answered(Endpoint.SERVICE_TOKEN, 302))));
  }

  @Test
  void aFaultUnderSuccessIsNotAToken() {
    var transport = ScriptedTransport.answering(200, PublishedAnswers.INVALID_CLIENT_CREDENTIALS);

    var fields =
        Calls.accessToken(transport).getLeft() instanceof ProtocolViolation violation
            ? violation.violations().stream().map(Violation::field).toList()
            : List.of();

    assertThat(fields).isEqualTo(List.of("access_token", "expires_in", "token_type"));
  }

  @Test
  void anUnreadableDateDoesNotHideTheRest() {
    var transport =
        ScriptedTransport.answering(
            429,
            Map.of("Retry-After", "-1", "X-Request-Id", "r-1"),
            PublishedAnswers.fault("Slow down", "policies.ratelimit.QuotaViolation"));

    var outcome = Calls.accessToken(transport);

    assertThat(outcome)
        .isEqualTo(
            refused(
                new RateLimited(
                    new Facts(
                        Optional.of(Endpoint.ACCESS_TOKEN),
                        Optional.of(429),
                        Optional.of("policies.ratelimit.QuotaViolation"),
                        Optional.empty(),
                        Optional.of("r-1"),
                        1,
                        Duration.ZERO))));
  }

  private static List<Either<AuthFailure, ?>> bothEndpoints(ScriptedTransport transport) {
    return List.of(
        Calls.accessToken(transport),
        Calls.scopedAccessToken(transport),
        Calls.serviceToken(transport));
  }

  private static List<Either<AuthFailure, ?>> atBothEndpoints(
      Function<Endpoint, AuthFailure> failure) {
    return List.of(
        refused(failure.apply(Endpoint.ACCESS_TOKEN)),
        refused(failure.apply(Endpoint.ACCESS_TOKEN)),
        refused(failure.apply(Endpoint.SERVICE_TOKEN)));
  }

  private static ForeignText message(String text) {
    return ForeignText.of(text, List.of());
  }

  private static Either<AuthFailure, ?> refused(AuthFailure failure) {
    return Either.left(failure);
  }
}
