package dev.partnerauth.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.claim.ClaimName;
import dev.partnerauth.claim.Claims;
import dev.partnerauth.claim.PartnerEndUserId;
import dev.partnerauth.claim.Upid;
import dev.partnerauth.failure.AdministratorFailure.AppNotApproved;
import dev.partnerauth.failure.AdministratorFailure.InvalidCredentials;
import dev.partnerauth.failure.AdministratorFailure.MissingRole;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.CallerFailure.AccessTokenRefused;
import dev.partnerauth.failure.CallerFailure.ServiceTokenRefused;
import dev.partnerauth.failure.CallerFailure.ServiceTokenRequestRefused;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.port.AuthenticationApi;
import dev.partnerauth.purpose.Purpose;
import dev.partnerauth.testkit.settings.SeededApps;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.DatedServiceTokenRequest;
import dev.partnerauth.token.Lifetime;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.ServiceTokenRequest;
import dev.partnerauth.token.TokenInspection;
import dev.partnerauth.token.TokenTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What every {@link AuthenticationApi} does, told by the platform's documents. Extend it, say which
 * adapter is to be tested against which platform, and run it with JUnit.
 *
 * <p>The platform must know the apps of {@link SeededApps}, or those that the overridden methods
 * name.
 *
 * @since 0.1.0
 */
public abstract class AuthenticationApiContract extends AuthenticationApiUnderTest {

  protected AuthenticationApiContract() {}

  @Test
  void aBackendAppObtainsAnAccessTokenThatLivesTenHoursLessASecond() {
    Instant before = now();

    AccessToken token = granted(api().accessToken(backendApp(), BUDGET));

    assertThat(token.times())
        .isEqualTo(
            new TokenTimes(
                before,
                before.plusSeconds(35_999),
                Optional.of(before.truncatedTo(ChronoUnit.MILLIS))));
  }

  @Test
  void anAccessTokenKeepsTheProductsThatTheAppMayUse() {
    AccessToken token = granted(api().accessToken(backendApp(), BUDGET));

    assertThat(token.apiProducts())
        .containsExactly(
            "partner-event-api-subscription-product-sandbox",
            "rocketdoc-api-product-sandbox",
            "partner-auth-service-product-sandbox",
            "binders-product-document-manager-sandbox");
  }

  @Test
  void aNewAccessTokenLeavesTheEarlierOneValid() {
    AccessToken earlier = granted(api().accessToken(backendApp(), BUDGET));
    AccessToken later = granted(api().accessToken(backendApp(), BUDGET));

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

    AuthFailure failure = refused(api().accessToken(wrong, BUDGET));

    assertThat(told(failure)).isEqualTo(new Told(InvalidCredentials.class, 401, "Unauthorized"));
  }

  @Test
  void anUnknownAppIsRefused() {
    BackendApp unknown = BackendApp.of("nobody", "nothing").get();

    AuthFailure failure = refused(api().accessToken(unknown, BUDGET));

    assertThat(told(failure)).isEqualTo(new Told(InvalidCredentials.class, 401, "Unauthorized"));
  }

  @Test
  void anAppThatIsNotYetApprovedIsRefusedAsSuch() {
    AuthFailure failure = refused(api().accessToken(appNotYetApproved(), BUDGET));

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

    assertThat(told(failure))
        .isEqualTo(new Told(ServiceTokenRequestRefused.class, 400, "BAD_REQUEST"));
  }

  @Test
  void anExpirationThatHasPassedWhenTheRequestArrivesIsRefused() {
    AccessToken accessToken = granted(api().accessToken(backendApp(), BUDGET));
    DatedServiceTokenRequest request = interviewRequest(Duration.ofMinutes(1)).at(now()).get();
    advance(Duration.ofMinutes(2));

    AuthFailure failure = refused(api().serviceToken(accessToken, request, BUDGET));

    assertThat(failure).isInstanceOf(ServiceTokenRequestRefused.class);
  }

  @Test
  void anExpiredAccessTokenIsRefused() {
    AccessToken accessToken = granted(api().accessToken(backendApp(), BUDGET));
    advance(Duration.ofHours(11));

    AuthFailure failure = serviceTokenWith(accessToken).getLeft();

    assertThat(told(failure))
        .isEqualTo(
            new Told(AccessTokenRefused.class, 401, "keymanagement.service.access_token_expired"));
  }

  @Test
  void anAccessTokenThatThePlatformDidNotIssueIsRefused() {
    AccessToken foreign =
        AccessToken.of(
                "not-an-issued-token", TokenTimes.lasting(Duration.ofHours(1), now()), List.of())
            .get();

    AuthFailure failure = serviceTokenWith(foreign).getLeft();

    assertThat(told(failure))
        .isEqualTo(
            new Told(AccessTokenRefused.class, 401, "keymanagement.service.invalid_access_token"));
  }

  @Test
  void aFailureNamesTheEndpointThatItCameFrom() {
    BackendApp unknown = BackendApp.of("nobody", "nothing").get();
    AccessToken foreign =
        AccessToken.of(
                "not-an-issued-token", TokenTimes.lasting(Duration.ofHours(1), now()), List.of())
            .get();

    AuthFailure atAccessToken = refused(api().accessToken(unknown, BUDGET));
    AuthFailure atServiceToken = serviceTokenWith(foreign).getLeft();

    assertThat(List.of(atAccessToken.endpoint(), atServiceToken.endpoint()))
        .containsExactly(Optional.of(Endpoint.ACCESS_TOKEN), Optional.of(Endpoint.SERVICE_TOKEN));
  }

  @Test
  void anAppWithoutTheRoleGetsNoServiceToken() {
    AccessToken accessToken = granted(api().accessToken(appWithoutRole(), BUDGET));

    AuthFailure failure = serviceTokenWith(accessToken).getLeft();

    assertThat(told(failure)).isEqualTo(new Told(MissingRole.class, 403, "FORBIDDEN"));
  }

  @Test
  void aFrontendAppExchangesAServiceTokenForOneOfTheSameScope() {
    ServiceToken serviceToken = granted(serviceToken(interviewRequest(Duration.ofHours(2))));

    ScopedAccessToken token = granted(api().scopedAccessToken(frontendApp(), serviceToken, BUDGET));

    assertThat(token.delegates()).isEqualTo(serviceToken.delegates());
  }

  @Test
  void aServiceTokenThatCameAsAStringIsExchangedForOneOfItsScope() {
    ServiceToken issued = granted(serviceToken(interviewRequest(Duration.ofHours(2))));
    ServiceToken received =
        ServiceToken.received(issued.reveal(), new TokenInspection.Opaque("nobody looked"), now())
            .get();

    ScopedAccessToken token = granted(api().scopedAccessToken(frontendApp(), received, BUDGET));

    assertThat(token.delegates()).isEqualTo(issued.delegates());
  }

  @Test
  void aServiceTokenMayBeExchangedMoreThanOnce() {
    ServiceToken serviceToken = granted(serviceToken(interviewRequest(Duration.ofHours(2))));
    ScopedAccessToken first = granted(api().scopedAccessToken(frontendApp(), serviceToken, BUDGET));

    ScopedAccessToken second =
        granted(api().scopedAccessToken(frontendApp(), serviceToken, BUDGET));

    assertThat(second).isNotEqualTo(first);
  }

  @Test
  void aBackendAppDoesNotExchange() {
    ServiceToken serviceToken = granted(serviceToken(interviewRequest(Duration.ofHours(2))));
    FrontendApp shared = FrontendApp.sharedWithBackend(backendApp());

    AuthFailure failure = refused(api().scopedAccessToken(shared, serviceToken, BUDGET));

    assertThat(told(failure)).isEqualTo(new Told(InvalidCredentials.class, 401, "Unauthorized"));
  }

  @Test
  void aServiceTokenThatThePlatformDidNotIssueIsRefusedInTheExchange() {
    ServiceToken foreign =
        ServiceToken.received(
                "not-an-issued-token", new TokenInspection.Opaque("it is made up"), now())
            .get();

    AuthFailure failure = refused(api().scopedAccessToken(frontendApp(), foreign, BUDGET));

    assertThat(told(failure)).isEqualTo(new Told(ServiceTokenRefused.class, 400, "Bad Request"));
  }

  @Test
  void anExpiredServiceTokenIsSentAllTheSameAndRefusedByThePlatform() {
    ServiceToken serviceToken = granted(serviceToken(interviewRequest(Duration.ofMinutes(1))));
    advance(Duration.ofMinutes(2));

    AuthFailure failure = refused(api().scopedAccessToken(frontendApp(), serviceToken, BUDGET));

    assertThat(told(failure)).isEqualTo(new Told(ServiceTokenRefused.class, 400, "Bad Request"));
  }
}
