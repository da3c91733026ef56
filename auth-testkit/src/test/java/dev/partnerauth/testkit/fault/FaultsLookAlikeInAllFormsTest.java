package dev.partnerauth.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.ProtocolFailure.ProtocolViolation;
import dev.partnerauth.failure.TransientFailure.Unreachable;
import dev.partnerauth.http.BaseAddress;
import dev.partnerauth.http.HttpAuthenticationApi;
import dev.partnerauth.port.AuthenticationApi;
import dev.partnerauth.port.Budget;
import dev.partnerauth.testkit.AuthSandbox;
import dev.partnerauth.testkit.FakeAuthenticationApi;
import dev.partnerauth.testkit.Platform;
import dev.partnerauth.testkit.settings.SeededApps;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.DatedServiceTokenRequest;
import dev.partnerauth.token.Lifetime;
import dev.partnerauth.token.ServiceTokenRequest;
import dev.partnerauth.token.Token;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A client that sends once learns the same in memory as over HTTP. */
class FaultsLookAlikeInAllFormsTest {

  private static final Budget ONCE = Budget.of(Duration.ofSeconds(20)).once();
  private static final Budget SHORT = Budget.of(Duration.ofMillis(300)).once();

  private final Platform platform = Platform.standard();
  private final AuthSandbox sandbox = AuthSandbox.serving(platform, "127.0.0.1", 0);
  private final HttpAuthenticationApi http =
      HttpAuthenticationApi.of(BaseAddress.of(sandbox.base()).get());
  private final FakeAuthenticationApi fake = FakeAuthenticationApi.to(platform);

  @AfterEach
  void close() {
    http.close();
    sandbox.close();
  }

  static Stream<Arguments> faults() {
    Duration seven = Duration.ofSeconds(7);
    return Stream.of(
        Arguments.of(Fault.none(), "granted"),
        Arguments.of(Fault.refused(Refusal.INVALID_CREDENTIALS), "InvalidCredentials 401"),
        Arguments.of(Fault.refused(Refusal.APP_NOT_APPROVED), "AppNotApproved 403"),
        Arguments.of(Fault.refused(Refusal.INVALID_GRANT_TYPE), "UnexpectedAnswer 400"),
        Arguments.of(Fault.rateLimited(), "RateLimited 429"),
        Arguments.of(Fault.rateLimited().retryAfter(seven), "RateLimited 429 after PT7S"),
        Arguments.of(Fault.rateLimitedWithStatus500(), "RateLimited 500"),
        Arguments.of(Fault.quotaExceeded(seven), "RateLimited 429 after PT7S"),
        Arguments.of(Fault.unavailable(), "Unavailable 503"),
        Arguments.of(Fault.htmlPage(502), "Unavailable 502"),
        Arguments.of(Fault.truncatedToken(), "granted"),
        Arguments.of(Fault.expiredOnArrival(), "granted"),
        Arguments.of(Fault.skewedClock(Duration.ofHours(3)), "granted"),
        Arguments.of(Fault.numbersAsNumbers(), "granted"),
        Arguments.of(Fault.numbersAsStrings(), "granted"),
        Arguments.of(
            Fault.withoutField("expires_in"), "ProtocolViolation 200 [expires_in is missing]"),
        Arguments.of(Fault.withoutField("scope"), "granted"),
        Arguments.of(Fault.notJson(), "ProtocolViolation 200 [Content-Type is text/html]"),
        Arguments.of(Fault.connectionReset(), "Unreachable CONNECTION_RESET"),
        Arguments.of(Fault.closedInMidBody(), "Unreachable ANSWER_CUT_OFF"),
        Arguments.of(Fault.emptyAnswer(), "Unreachable CLOSED_WITHOUT_ANSWER"),
        Arguments.of(Fault.garbage(), "Unreachable NOT_HTTP"),
        Arguments.of(Fault.slow(Latency.fixed(Duration.ofMillis(20))), "granted"),
        Arguments.of(
            Fault.unavailable().after(Latency.fixed(Duration.ofMillis(20))), "Unavailable 503"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void atTheAccessTokenEndpoint(Fault fault, String told) {
    platform.plan(FaultPlan.times(2, fault));

    assertThat(List.of(told(fake, ONCE), told(http, ONCE), platform.faults().outstanding()))
        .containsExactly(told, told, List.of());
  }

  static Stream<Fault> answersThatNeverCome() {
    return Stream.of(
        Fault.stall(), Fault.trickle(), Fault.slow(Latency.fixed(Duration.ofHours(1))));
  }

  @ParameterizedTest
  @MethodSource("answersThatNeverCome")
  void anAnswerThatDoesNotComeInTimeIsGivenUp(Fault fault) {
    platform.plan(FaultPlan.times(2, fault));

    assertThat(List.of(told(fake, SHORT), told(http, SHORT)))
        .containsExactly("TimedOut", "TimedOut");
  }

  static Stream<Arguments> serviceTokenFaults() {
    return Stream.of(
        Arguments.of(Fault.refused(Refusal.NO_SYSTEM_ROLE), "MissingRole 403"),
        Arguments.of(Fault.refused(Refusal.ACCESS_TOKEN_EXPIRED), "AccessTokenRefused 401"),
        Arguments.of(Fault.refused(Refusal.INVALID_ACCESS_TOKEN), "AccessTokenRefused 401"),
        Arguments.of(
            Fault.refused(Refusal.BAD_SERVICE_TOKEN_REQUEST), "ServiceTokenRequestRefused 400"),
        Arguments.of(Fault.withoutField("token"), "ProtocolViolation 200 [token is missing]"),
        Arguments.of(Fault.numbersAsNumbers(), "granted"),
        Arguments.of(Fault.truncatedToken(), "granted"),
        Arguments.of(Fault.expiredOnArrival(), "granted"));
  }

  @ParameterizedTest
  @MethodSource("serviceTokenFaults")
  void atTheServiceTokenEndpoint(Fault fault, String told) {
    AccessToken with = outcome(fake.accessToken(SeededApps.backend(), ONCE)).get();
    platform.plan(FaultPlan.times(2, fault).at(RequestKind.SERVICE_TOKEN));
    DatedServiceTokenRequest request =
        ServiceTokenRequest.forInterview(
                new InterviewId("42313c4d"), Lifetime.of(Duration.ofHours(2)))
            .at(platform.time().now())
            .get();

    assertThat(
            List.of(
                told(outcome(fake.serviceToken(with, request, ONCE))),
                told(outcome(http.serviceToken(with, request, ONCE)))))
        .containsExactly(told, told);
  }

  private static String told(AuthenticationApi api, Budget budget) {
    return told(outcome(api.accessToken(SeededApps.backend(), budget)));
  }

  private static <T> Either<AuthFailure, T> outcome(CompletionStage<Either<AuthFailure, T>> stage) {
    return stage.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
  }

  private static String told(Either<AuthFailure, ? extends Token> outcome) {
    return outcome.fold(FaultsLookAlikeInAllFormsTest::told, token -> "granted");
  }

  private static String told(AuthFailure failure) {
    String detail = failure instanceof Unreachable unreachable ? " " + unreachable.fault() : "";
    String violations =
        failure instanceof ProtocolViolation protocol
            ? " "
                + protocol.violations().stream()
                    .map(violation -> violation.field() + " " + violation.problem())
                    .toList()
            : "";
    return failure.getClass().getSimpleName()
        + failure.facts().status().map(status -> " " + status).orElse("")
        + failure.retryAfter().map(wait -> " after " + wait).orElse("")
        + detail
        + violations;
  }
}
