package dev.partnerauth.testkit.assertions;

import static dev.partnerauth.claim.ClaimName.INTERVIEW_ID;
import static dev.partnerauth.claim.ClaimName.PARTNER_END_USER_ID;
import static dev.partnerauth.claim.ClaimName.UPID;
import static dev.partnerauth.testkit.assertions.AuthAssertions.assertThat;
import static dev.partnerauth.testkit.assertions.Samples.END_USER;
import static dev.partnerauth.testkit.assertions.Samples.INTERVIEW;
import static dev.partnerauth.testkit.assertions.Samples.PARTY;
import static dev.partnerauth.testkit.assertions.Samples.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.claim.Claims;
import org.junit.jupiter.api.Test;

class ClaimsTest {

  private final Claims claims = Samples.claims();

  @Test
  void theyContainANameWithItsValue() {
    assertThat(claims).contain(INTERVIEW_ID, "interview-1");
  }

  @Test
  void anotherValueIsToldWithoutEither() {
    String message = message(() -> assertThat(claims).contain(PARTNER_END_USER_ID, "user-8"));

    assertThat(message)
        .isEqualTo(
            "Expected the claims to contain partnerEndUserId with the value that was named,"
                + " but its value is another:\n  Claims[interviewId, partnerEndUserId]");
  }

  @Test
  void theyContainAnInterview() {
    assertThat(claims).contain(INTERVIEW);
  }

  @Test
  void anAbsentInterviewIsTold() {
    String message = message(() -> assertThat(Claims.of(PARTY)).contain(INTERVIEW));

    assertThat(message)
        .isEqualTo(
            "Expected the claims to contain interviewId with the value that was named,"
                + " but it is missing:\n  Claims[upid]");
  }

  @Test
  void theyContainAParty() {
    assertThat(Claims.of(PARTY)).contain(PARTY);
  }

  @Test
  void anAbsentPartyIsTold() {
    String message = message(() -> assertThat(claims).contain(PARTY));

    assertThat(message)
        .isEqualTo(
            "Expected the claims to contain upid with the value that was named,"
                + " but it is missing:\n  Claims[interviewId, partnerEndUserId]");
  }

  @Test
  void theyContainAnEndUser() {
    assertThat(claims).contain(END_USER);
  }

  @Test
  void anAbsentEndUserIsTold() {
    String message = message(() -> assertThat(Claims.none()).contain(END_USER));

    assertThat(message)
        .isEqualTo(
            "Expected the claims to contain partnerEndUserId with the value that was named,"
                + " but it is missing:\n  Claims[]");
  }

  @Test
  void theyDoNotContainAName() {
    assertThat(claims).doNotContain(UPID);
  }

  @Test
  void anUnwantedNameIsTold() {
    String message = message(() -> assertThat(claims).doNotContain(INTERVIEW_ID));

    assertThat(message)
        .isEqualTo(
            "Expected the claims not to contain interviewId,"
                + " but they do:\n  Claims[interviewId, partnerEndUserId]");
  }

  @Test
  void theyContainOnlyTheirNames() {
    assertThat(claims).containOnly(PARTNER_END_USER_ID, INTERVIEW_ID);
  }

  @Test
  void oneNameTooManyIsTold() {
    String message = message(() -> assertThat(claims).containOnly(INTERVIEW_ID));

    assertThat(message)
        .isEqualTo(
            "Expected the claims to contain only [interviewId],"
                + " but they contain [interviewId, partnerEndUserId]:\n"
                + "  Claims[interviewId, partnerEndUserId]");
  }
}
