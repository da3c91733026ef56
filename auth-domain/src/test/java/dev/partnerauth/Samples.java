package dev.partnerauth;

import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.ClientId;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.claim.ClaimName;
import dev.partnerauth.claim.Claims;
import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.claim.PartnerEndUserId;
import dev.partnerauth.claim.Upid;
import dev.partnerauth.failure.AdministratorFailure.InvalidCredentials;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.CallerFailure.AccessTokenRefused;
import dev.partnerauth.failure.CallerFailure.ServiceTokenRefused;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.ForeignText;
import dev.partnerauth.failure.TransientFailure.Unavailable;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.DelegatedPurpose;
import dev.partnerauth.token.Lifetime;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.ServiceTokenRequest;
import dev.partnerauth.token.TokenTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The values that tests speak about, by name. */
public final class Samples {

  public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  public static final Duration TWO_HOURS = Duration.ofHours(2);
  public static final Duration TEN_HOURS = Duration.ofSeconds(35_999);

  private Samples() {}

  public static BackendApp aBackendApp() {
    return BackendApp.of("backend-key", "backend-secret").get();
  }

  /** The same app with its next secret. */
  public static BackendApp aBackendAppWithItsNextSecret() {
    return BackendApp.of("backend-key", "next-backend-secret").get();
  }

  public static FrontendApp aFrontendApp() {
    return FrontendApp.of("frontend-key", "frontend-secret").get();
  }

  /** The same app with its next secret. */
  public static FrontendApp aFrontendAppWithItsNextSecret() {
    return FrontendApp.of("frontend-key", "next-frontend-secret").get();
  }

  public static ClientId aClientId() {
    return new ClientId("backend-key");
  }

  public static InterviewId anInterview() {
    return new InterviewId("interview-1");
  }

  public static InterviewId anotherInterview() {
    return new InterviewId("interview-2");
  }

  public static Upid aParty() {
    return new Upid("party-1");
  }

  public static Upid anotherParty() {
    return new Upid("party-2");
  }

  public static PartnerEndUserId anEndUser() {
    return new PartnerEndUserId("jane@partner.example");
  }

  public static ClaimName aClaim(String name) {
    return new ClaimName(name);
  }

  public static ServiceTokenRequest anInterviewRequest() {
    return ServiceTokenRequest.forInterview(anInterview(), Lifetime.of(TWO_HOURS));
  }

  public static ServiceTokenRequest aPartyRequest() {
    return ServiceTokenRequest.forBinderParty(aParty(), Lifetime.of(TWO_HOURS));
  }

  public static ServiceTokenRequest aRequestThatEndedYesterday() {
    return ServiceTokenRequest.forInterview(
        anInterview(), Lifetime.until(NOW.minus(Duration.ofDays(1))));
  }

  public static DelegatedPurpose interviewDelegated() {
    return new DelegatedPurpose("api.rocketlawyer.com/rocketdoc", Claims.of(anInterview()));
  }

  public static DelegatedPurpose partyDelegated() {
    return new DelegatedPurpose("api.rocketlawyer.com/binder-party-access", Claims.of(aParty()));
  }

  public static AccessToken anAccessToken(String text) {
    return anAccessToken(text, TokenTimes.lasting(TEN_HOURS, NOW));
  }

  public static AccessToken anAccessToken(String text, TokenTimes times) {
    return AccessToken.of(text, times, List.of("authentication")).get();
  }

  public static ServiceToken aServiceToken(String text) {
    return aServiceToken(text, NOW.plus(TWO_HOURS));
  }

  public static ServiceToken aServiceToken(String text, Instant expiration) {
    return ServiceToken.issued(text, interviewDelegated(), NOW, expiration).get();
  }

  public static ScopedAccessToken aScopedToken(String text) {
    return aScopedToken(text, TokenTimes.lasting(TEN_HOURS, NOW));
  }

  public static ScopedAccessToken aScopedToken(String text, TokenTimes times) {
    return ScopedAccessToken.of(
            text, times, List.of("rocketdoc"), Optional.of(interviewDelegated()))
        .get();
  }

  public static ForeignText aMessage(String text) {
    return ForeignText.of(text, List.of());
  }

  public static AuthFailure refusedCredentials() {
    return new InvalidCredentials(Facts.answered(Endpoint.ACCESS_TOKEN, 401));
  }

  public static AuthFailure refusedAccessToken() {
    return new AccessTokenRefused(
        aMessage("Access Token expired"), Facts.answered(Endpoint.SERVICE_TOKEN, 401));
  }

  public static AuthFailure refusedServiceToken() {
    return new ServiceTokenRefused(
        aMessage("Invalid code"), Facts.answered(Endpoint.ACCESS_TOKEN, 400));
  }

  public static AuthFailure anOutage() {
    return new Unavailable(Facts.answered(Endpoint.ACCESS_TOKEN, 503));
  }
}
