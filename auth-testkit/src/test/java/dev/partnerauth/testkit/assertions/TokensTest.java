package dev.partnerauth.testkit.assertions;

import static dev.partnerauth.scope.Operation.GET_INTERVIEW;
import static dev.partnerauth.testkit.assertions.AuthAssertions.assertThat;
import static dev.partnerauth.testkit.assertions.Samples.INTERVIEW;
import static dev.partnerauth.testkit.assertions.Samples.IN_TWO_HOURS;
import static dev.partnerauth.testkit.assertions.Samples.NOW;
import static dev.partnerauth.testkit.assertions.Samples.aReceivedToken;
import static dev.partnerauth.testkit.assertions.Samples.aScopedToken;
import static dev.partnerauth.testkit.assertions.Samples.aServiceToken;
import static dev.partnerauth.testkit.assertions.Samples.anAccessToken;
import static dev.partnerauth.testkit.assertions.Samples.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.claim.ClaimName;
import dev.partnerauth.purpose.StandardPurposes;
import dev.partnerauth.scope.Resource;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokensTest {

  private final AccessToken token = anAccessToken();
  private final ScopedAccessToken scoped = aScopedToken();
  private final ServiceToken service = aServiceToken();
  private final ServiceToken received = aReceivedToken();

  @Test
  void itExpiresAtItsMoment() {
    assertThat(token).expiresAt(IN_TWO_HOURS);
  }

  @Test
  void anotherExpirationIsTold() {
    String message = message(() -> assertThat(token).expiresAt(NOW));

    assertThat(message)
        .isEqualTo(
            "Expected the token to expire at 2026-03-01T12:00:00Z,"
                + " but it expires at 2026-03-01T14:00:00Z:\n  "
                + token);
  }

  @Test
  void anUnknownExpirationIsTold() {
    String message = message(() -> assertThat(received).expiresAt(NOW));

    assertThat(message)
        .isEqualTo(
            "Expected the token to expire at 2026-03-01T12:00:00Z,"
                + " but its expiration is not known:\n  "
                + received);
  }

  @Test
  void itHasNoKnownExpiration() {
    assertThat(received).hasNoKnownExpiration();
  }

  @Test
  void aKnownExpirationIsTold() {
    String message = message(() -> assertThat(service).hasNoKnownExpiration());

    assertThat(message)
        .isEqualTo(
            "Expected the token to have no known expiration,"
                + " but it expires at 2026-03-01T14:00:00Z:\n  "
                + service);
  }

  @Test
  void itLivesForItsLifetime() {
    assertThat(token).livesFor(Duration.ofHours(2));
  }

  @Test
  void anotherLifetimeIsTold() {
    String message = message(() -> assertThat(token).livesFor(Duration.ofHours(10)));

    assertThat(message)
        .isEqualTo("Expected the token to live for PT10H, but it lives for PT2H:\n  " + token);
  }

  @Test
  void itIsExpiredAtItsExpiration() {
    assertThat(token).isExpiredAt(IN_TWO_HOURS);
  }

  @Test
  void aLiveTokenIsToldWhereItShouldBeExpired() {
    String message = message(() -> assertThat(token).isExpiredAt(NOW));

    assertThat(message)
        .isEqualTo(
            "Expected the token to be expired at 2026-03-01T12:00:00Z,"
                + " but it expires at 2026-03-01T14:00:00Z:\n  "
                + token);
  }

  @Test
  void itIsLiveBeforeItsExpiration() {
    assertThat(token).isLiveAt(IN_TWO_HOURS.minusNanos(1));
  }

  @Test
  void anExpiredTokenIsToldWhereItShouldBeLive() {
    String message = message(() -> assertThat(token).isLiveAt(IN_TWO_HOURS));

    assertThat(message)
        .isEqualTo(
            "Expected the token to be live at 2026-03-01T14:00:00Z,"
                + " but it expires at 2026-03-01T14:00:00Z:\n  "
                + token);
  }

  @Test
  void aTokenOfUnknownExpirationIsNotKnownToBeLive() {
    String message = message(() -> assertThat(received).isLiveAt(NOW));

    assertThat(message)
        .isEqualTo(
            "Expected the token to be live at 2026-03-01T12:00:00Z,"
                + " but its expiration is not known:\n  "
                + received);
  }

  @Test
  void itsScopeIsWhatItOpens() {
    assertThat(scoped).scope().allows(GET_INTERVIEW, Resource.interview(INTERVIEW));
  }

  @Test
  void itDelegatesItsPurpose() {
    assertThat(service).delegates(StandardPurposes.INTERVIEW);
  }

  @Test
  void anotherPurposeIsTold() {
    String message = message(() -> assertThat(scoped).delegates(StandardPurposes.BINDER_SIGN));

    assertThat(message)
        .isEqualTo(
            "Expected the token to delegate api.rocketlawyer.com/rocketsign/binder/sign,"
                + " but it delegates api.rocketlawyer.com/rocketdoc:\n  "
                + scoped);
  }

  @Test
  void itHasNoKnownPurpose() {
    assertThat(received).hasNoKnownPurpose();
  }

  @Test
  void aKnownPurposeIsTold() {
    String message = message(() -> assertThat(service).hasNoKnownPurpose());

    assertThat(message)
        .isEqualTo(
            "Expected the token to have no known purpose,"
                + " but it delegates api.rocketlawyer.com/rocketdoc:\n  "
                + service);
  }

  @Test
  void itHasItsClaim() {
    assertThat(service).hasClaim(ClaimName.INTERVIEW_ID, "interview-1");
  }

  @Test
  void anAbsentClaimIsTold() {
    String message = message(() -> assertThat(scoped).hasClaim(ClaimName.UPID, "party-1"));

    assertThat(message)
        .isEqualTo(
            "Expected the claims to contain upid with the value that was named,"
                + " but it is missing:\n  Claims[interviewId, partnerEndUserId]");
  }

  @Test
  void itDoesNotHaveAnotherClaim() {
    assertThat(service).doesNotHaveClaim(ClaimName.UPID);
  }

  @Test
  void anUnwantedClaimIsTold() {
    String message =
        message(() -> assertThat(service).doesNotHaveClaim(ClaimName.PARTNER_END_USER_ID));

    assertThat(message)
        .isEqualTo(
            "Expected the claims not to contain partnerEndUserId,"
                + " but they do:\n  Claims[interviewId, partnerEndUserId]");
  }

  @Test
  void itsClaimsAreWhatItWasMadeFor() {
    assertThat(scoped).claims().contain(INTERVIEW);
  }

  @Test
  void unknownClaimsAreTold() {
    String message = message(() -> assertThat(received).claims());

    assertThat(message)
        .isEqualTo(
            "Expected the token to have known claims, but its purpose is not known:\n  "
                + received);
  }
}
