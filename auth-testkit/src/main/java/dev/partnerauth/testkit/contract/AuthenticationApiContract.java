package dev.partnerauth.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.claim.ClaimName;
import dev.partnerauth.claim.Claims;
import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.claim.PartnerEndUserId;
import dev.partnerauth.claim.Upid;
import dev.partnerauth.failure.AdministratorFailure.AppNotApproved;
import dev.partnerauth.failure.AdministratorFailure.InvalidCredentials;
import dev.partnerauth.failure.AdministratorFailure.MissingRole;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.CallerFailure.AccessTokenRefused;
import dev.partnerauth.failure.CallerFailure.ServiceTokenRefused;
import dev.partnerauth.failure.CallerFailure.ServiceTokenRequestRefused;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.ServerMessage;
import dev.partnerauth.port.AuthenticationApi;
import dev.partnerauth.purpose.Purpose;
import dev.partnerauth.testkit.SeededApps;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.DatedServiceTokenRequest;
import dev.partnerauth.token.Lifetime;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.ServiceTokenRequest;
import dev.partnerauth.token.TokenInspection;
import dev.partnerauth.token.TokenTimes;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/**
 * What every {@link AuthenticationApi} does, told by the platform's documents. Extend it, say which
 * adapter is to be tested against which platform, and run it with JUnit.
 *
 * <p>The platform must know the apps of {@link SeededApps}, or those that the overridden methods
 * name.
 */
public abstract class AuthenticationApiContract {

  private static final Duration DEADLINE = Duration.ofSeconds(15);
  private static final InterviewId INTERVIEW =
      new InterviewId("42313c4d-11bb-414a-81a4-9fda067d1ae7");

  protected AuthenticationApiContract() {}

  /** The adapter under test. */
  protected abstract AuthenticationApi api();

  /** What both the adapter and the platform take for now. */
  protected abstract Instant now();

  /** Moves the clocks of the adapter and of the platform. */
  protected abstract void advance(Duration duration);

  /** An approved back-end app with the role for service tokens. */
  protected BackendApp backendApp() {
    return SeededApps.backend();
  }

  /** An approved front-end app. */
  protected FrontendApp frontendApp() {
    return SeededApps.frontend();
  }

  /** An approved back-end app without the role for service tokens. */
  protected BackendApp appWithoutRole() {
    return SeededApps.limited();
  }

  /** A back-end app that is registered, but not yet approved. */
  protected BackendApp appNotYetApproved() {
    return SeededApps.pending();
  }

  @Test
  void aBackendAppObtainsAnAccessTokenThatLivesTenHoursLessASecond() {
    Instant before = now();

    AccessToken token = granted(api().accessToken(backendApp(), DEADLINE));

    assertThat(token.times())
        .isEqualTo(
            new TokenTimes(
                before,
                before.plusSeconds(35_999),
                Optional.of(before.truncatedTo(ChronoUnit.MILLIS))));
  }

  @Test
  void anAccessTokenKeepsTheProductsThatTheAppMayUse() {
    AccessToken token = granted(api().accessToken(backendApp(), DEADLINE));

    assertThat(token.apiProducts())
        .containsExactly(
            "partner-event-api-subscription-product-sandbox",
            "rocketdoc-api-product-sandbox",
            "partner-auth-service-product-sandbox",
            "binders-product-document-manager-sandbox");
  }

  @Test
  void aNewAccessTokenLeavesTheEarlierOneValid() {
    AccessToken earlier = granted(api().accessToken(backendApp(), DEADLINE));
    AccessToken later = granted(api().accessToken(backendApp(), DEADLINE));

    assertThat(
            List.of(
                serviceTokenWith(earlier).isRight(),
                serviceTokenWith(later).isRight(),
                earlier.equals(later)))
        .containsExactly(true, true, false);
  }

  @Test
  void aWrongSecretIsRefused() {
    BackendApp wrong = BackendApp.of(backendApp().clientId().value(), "not-the-secret").get();

    AuthFailure failure = refused(api().accessToken(wrong, DEADLINE));

    assertThat(failure)
        .isEqualTo(new InvalidCredentials(Facts.answered(401).errorCode("Unauthorized")));
  }

  @Test
  void anUnknownAppIsRefused() {
    BackendApp unknown = BackendApp.of("nobody", "nothing").get();

    AuthFailure failure = refused(api().accessToken(unknown, DEADLINE));

    assertThat(failure)
        .isEqualTo(new InvalidCredentials(Facts.answered(401).errorCode("Unauthorized")));
  }

  @Test
  void anAppThatIsNotYetApprovedIsRefusedAsSuch() {
    AuthFailure failure = refused(api().accessToken(appNotYetApproved(), DEADLINE));

    assertThat(failure).isInstanceOf(AppNotApproved.class);
  }

  @Test
  void aServiceTokenForAnInterviewDelegatesWhatWasAsked() {
    ServiceTokenRequest request =
        ServiceTokenRequest.forInterview(
            INTERVIEW, new PartnerEndUserId("user-7"), Lifetime.of(Duration.ofHours(2)));

    ServiceToken token = granted(serviceToken(request));

    assertThat(List.of(token.delegates(), token.expiration(), token.obtainedAt()))
        .containsExactly(
            Optional.of(request.delegates()),
            Optional.of(now().plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.SECONDS)),
            now());
  }

  @Test
  void aServiceTokenForABinderPartyDelegatesWhatWasAsked() {
    ServiceTokenRequest request =
        ServiceTokenRequest.forBinderParty(new Upid("party-1"), Lifetime.oneYear());

    ServiceToken token = granted(serviceToken(request));

    assertThat(token.delegates()).contains(request.delegates());
  }

  @Test
  void aPurposeThatThePlatformDoesNotKnowIsRefused() {
    ServiceTokenRequest request =
        new ServiceTokenRequest(
            Purpose.named("api.example.com/unheard-of").requiring(ClaimName.UPID),
            Claims.of(new Upid("party-1")),
            Lifetime.of(Duration.ofHours(2)));

    AuthFailure failure = refused(serviceToken(request));

    assertThat(failure)
        .isEqualTo(
            new ServiceTokenRequestRefused(
                message(
                    "Request is missing mandatory fields or contains non-acceptable fields for purpose or purpose is"
                        + " invalid"),
                Facts.answered(400).errorCode("BAD_REQUEST")));
  }

  @Test
  void anExpirationThatHasPassedWhenTheRequestArrivesIsRefused() {
    AccessToken accessToken = granted(api().accessToken(backendApp(), DEADLINE));
    DatedServiceTokenRequest request = interviewRequest(Duration.ofMinutes(1)).at(now()).get();
    advance(Duration.ofMinutes(2));

    AuthFailure failure = refused(api().serviceToken(accessToken, request, DEADLINE));

    assertThat(failure).isInstanceOf(ServiceTokenRequestRefused.class);
  }

  @Test
  void anExpiredAccessTokenIsRefused() {
    AccessToken accessToken = granted(api().accessToken(backendApp(), DEADLINE));
    advance(Duration.ofHours(11));

    AuthFailure failure = serviceTokenWith(accessToken).getLeft();

    assertThat(failure)
        .isEqualTo(
            new AccessTokenRefused(
                message("Access Token expired"),
                Facts.answered(401).errorCode("keymanagement.service.access_token_expired")));
  }

  @Test
  void anAccessTokenThatThePlatformDidNotIssueIsRefused() {
    AccessToken foreign =
        AccessToken.of(
                "not-an-issued-token", TokenTimes.lasting(Duration.ofHours(1), now()), List.of())
            .get();

    AuthFailure failure = serviceTokenWith(foreign).getLeft();

    assertThat(failure)
        .isEqualTo(
            new AccessTokenRefused(
                message("Invalid Access Token"),
                Facts.answered(401).errorCode("keymanagement.service.invalid_access_token")));
  }

  @Test
  void anAppWithoutTheRoleGetsNoServiceToken() {
    AccessToken accessToken = granted(api().accessToken(appWithoutRole(), DEADLINE));

    AuthFailure failure = serviceTokenWith(accessToken).getLeft();

    assertThat(failure).isEqualTo(new MissingRole(Facts.answered(403).errorCode("FORBIDDEN")));
  }

  @Test
  void aFrontendAppExchangesAServiceTokenForOneOfTheSameScope() {
    ServiceToken serviceToken = granted(serviceToken(interviewRequest(Duration.ofHours(2))));

    ScopedAccessToken token =
        granted(api().scopedAccessToken(frontendApp(), serviceToken, DEADLINE));

    assertThat(token.delegates()).isEqualTo(serviceToken.delegates());
  }

  @Test
  void aServiceTokenMayBeExchangedMoreThanOnce() {
    ServiceToken serviceToken = granted(serviceToken(interviewRequest(Duration.ofHours(2))));
    ScopedAccessToken first =
        granted(api().scopedAccessToken(frontendApp(), serviceToken, DEADLINE));

    ScopedAccessToken second =
        granted(api().scopedAccessToken(frontendApp(), serviceToken, DEADLINE));

    assertThat(second).isNotEqualTo(first);
  }

  @Test
  void aBackendAppDoesNotExchange() {
    ServiceToken serviceToken = granted(serviceToken(interviewRequest(Duration.ofHours(2))));
    FrontendApp shared = FrontendApp.sharedWithBackend(backendApp());

    AuthFailure failure = refused(api().scopedAccessToken(shared, serviceToken, DEADLINE));

    assertThat(failure)
        .isEqualTo(new InvalidCredentials(Facts.answered(401).errorCode("Unauthorized")));
  }

  @Test
  void aServiceTokenThatThePlatformDidNotIssueIsRefusedInTheExchange() {
    ServiceToken foreign =
        ServiceToken.received(
                "not-an-issued-token", new TokenInspection.Opaque("it is made up"), now())
            .get();

    AuthFailure failure = refused(api().scopedAccessToken(frontendApp(), foreign, DEADLINE));

    assertThat(failure)
        .isEqualTo(
            new ServiceTokenRefused(
                message("Missing or invalid code"), Facts.answered(400).errorCode("Bad Request")));
  }

  @Test
  void anExpiredServiceTokenIsSentAllTheSameAndRefusedByThePlatform() {
    ServiceToken serviceToken = granted(serviceToken(interviewRequest(Duration.ofMinutes(1))));
    advance(Duration.ofMinutes(2));

    AuthFailure failure = refused(api().scopedAccessToken(frontendApp(), serviceToken, DEADLINE));

    assertThat(failure)
        .isEqualTo(
            new ServiceTokenRefused(
                message("Missing or invalid code"), Facts.answered(400).errorCode("Bad Request")));
  }

  private static ServiceTokenRequest interviewRequest(Duration lifetime) {
    return ServiceTokenRequest.forInterview(INTERVIEW, Lifetime.of(lifetime));
  }

  private Either<AuthFailure, ServiceToken> serviceTokenWith(AccessToken accessToken) {
    DatedServiceTokenRequest request = interviewRequest(Duration.ofHours(2)).at(now()).get();
    return outcome(api().serviceToken(accessToken, request, DEADLINE));
  }

  private CompletionStage<Either<AuthFailure, ServiceToken>> serviceToken(
      ServiceTokenRequest request) {
    AccessToken accessToken = granted(api().accessToken(backendApp(), DEADLINE));
    return api().serviceToken(accessToken, request.at(now()).get(), DEADLINE);
  }

  private static ServerMessage message(String text) {
    return ServerMessage.of(text, List.of());
  }

  private static <T> T granted(CompletionStage<Either<AuthFailure, T>> stage) {
    return outcome(stage)
        .getOrElseThrow(failure -> new AssertionError("refused: " + failure.describe()));
  }

  private static <T> AuthFailure refused(CompletionStage<Either<AuthFailure, T>> stage) {
    return outcome(stage).swap().getOrElseThrow(token -> new AssertionError("granted: " + token));
  }

  private static <T> Either<AuthFailure, T> outcome(CompletionStage<Either<AuthFailure, T>> stage) {
    return stage.toCompletableFuture().join();
  }
}
