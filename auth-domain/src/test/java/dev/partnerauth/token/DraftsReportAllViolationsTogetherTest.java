package dev.partnerauth.token;

import static dev.partnerauth.Samples.NOW;
import static dev.partnerauth.Samples.TWO_HOURS;
import static dev.partnerauth.Samples.aParty;
import static dev.partnerauth.Samples.anInterview;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.claim.Claims;
import dev.partnerauth.purpose.PurposeRegistry;
import dev.partnerauth.purpose.StandardPurposes;
import dev.partnerauth.violation.InvalidRequest;
import dev.partnerauth.violation.Violation;
import dev.partnerauth.violation.Violation.Blank;
import dev.partnerauth.violation.Violation.ClaimNotAllowed;
import dev.partnerauth.violation.Violation.ExpirationInThePast;
import dev.partnerauth.violation.Violation.Malformed;
import dev.partnerauth.violation.Violation.MissingClaim;
import dev.partnerauth.violation.Violation.TooLong;
import dev.partnerauth.violation.Violation.UnknownPurpose;
import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DraftsReportAllViolationsTogetherTest {

  private static final String INTERVIEW = "api.rocketlawyer.com/rocketdoc";
  private static final List<String> CLAIMS_OF_AN_INTERVIEW =
      List.of("interviewId", "partnerEndUserId", "upid");

  @Test
  void aDraftWithoutFaultBecomesARequest() {
    assertThat(
            draft(INTERVIEW)
                .claim("upid", "party-1")
                .claim("interviewId", "interview-1")
                .build(NOW))
        .isEqualTo(
            Either.right(
                new ServiceTokenRequest(
                    StandardPurposes.INTERVIEW,
                    Claims.of(anInterview()).and(aParty()),
                    Lifetime.of(TWO_HOURS))));
  }

  @Test
  void everythingThatIsWrongIsToldAtOnceInTheOrderOfTheFields() {
    assertThat(
            draft(INTERVIEW, Lifetime.until(NOW.minusSeconds(1)))
                .claim("purpose", "x")
                .claim("upid", "x".repeat(513))
                .claim("colour", "blue")
                .build(NOW))
        .isEqualTo(
            refused(
                new Malformed(
                    "claim name", "is \"purpose\", a field of the request itself", "another name"),
                new TooLong("upid", 513, 512),
                new MissingClaim(INTERVIEW, "interviewId"),
                new ClaimNotAllowed(INTERVIEW, "colour", CLAIMS_OF_AN_INTERVIEW),
                new ExpirationInThePast(NOW.minusSeconds(1), NOW)));
  }

  @Test
  void anUnknownPurposeDoesNotHideTheOtherViolations() {
    assertThat(
            draft("api.rocketlawyer.com/rocketdog", Lifetime.until(NOW))
                .claim("interviewId", "")
                .build(NOW))
        .isEqualTo(
            refused(
                new UnknownPurpose("api.rocketlawyer.com/rocketdog", Optional.of(INTERVIEW)),
                new Blank("interviewId"),
                new ExpirationInThePast(NOW, NOW)));
  }

  @Test
  void aClaimWhoseValueIsWrongIsNotMissingAsWell() {
    assertThat(draft(INTERVIEW).claim("interviewId", " ").build(NOW))
        .isEqualTo(refused(new Blank("interviewId")));
  }

  @Test
  void aClaimWhoseValueIsWrongMayBeUnknownToThePurposeAsWell() {
    assertThat(draft(INTERVIEW).claim("interviewId", "interview-1").claim("colour", "").build(NOW))
        .isEqualTo(
            refused(
                new Blank("colour"),
                new ClaimNotAllowed(INTERVIEW, "colour", CLAIMS_OF_AN_INTERVIEW)));
  }

  @Test
  void aClaimIsGivenOnce() {
    assertThat(
            draft(INTERVIEW)
                .claim("interviewId", "interview-1")
                .claim("interviewId", "interview-2")
                .build(NOW))
        .isEqualTo(refused(new Malformed("interviewId", "is given twice", "one value for it")));
  }

  @Test
  void whatIsPastIsJudgedAtTheMomentOfBuilding() {
    ServiceTokenRequestDraft draft =
        draft(INTERVIEW, Lifetime.until(NOW)).claim("interviewId", "interview-1");

    assertThat(List.of(draft.build(NOW.minusSeconds(1)).isRight(), draft.build(NOW).isRight()))
        .isEqualTo(List.of(true, false));
  }

  @Test
  void eachStepGivesANewDraft() {
    ServiceTokenRequestDraft first = draft(INTERVIEW).claim("interviewId", "interview-1");

    first.claim("colour", "blue");

    assertThat(first.build(NOW).isRight()).isTrue();
  }

  @Test
  void onlyPurposesOfTheGivenRegistryAreKnown() {
    assertThat(
            ServiceTokenRequest.draft(PurposeRegistry.empty(), INTERVIEW, Lifetime.of(TWO_HOURS))
                .claim("interviewId", "interview-1")
                .build(NOW))
        .isEqualTo(refused(new UnknownPurpose(INTERVIEW, Optional.empty())));
  }

  private static ServiceTokenRequestDraft draft(String purpose) {
    return draft(purpose, Lifetime.of(TWO_HOURS));
  }

  private static ServiceTokenRequestDraft draft(String purpose, Lifetime lifetime) {
    return ServiceTokenRequest.draft(PurposeRegistry.standard(), purpose, lifetime);
  }

  private static Either<InvalidRequest, ServiceTokenRequest> refused(Violation... violations) {
    return Either.left(new InvalidRequest(List.of(violations)));
  }
}
