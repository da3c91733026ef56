package dev.partnerauth.claim;

import static dev.partnerauth.Samples.aParty;
import static dev.partnerauth.Samples.anEndUser;
import static dev.partnerauth.Samples.anInterview;
import static dev.partnerauth.Samples.anotherInterview;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partnerauth.violation.Violation.TooLong;
import io.vavr.control.Either;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClaimsTest {

  private static final ClaimName OWNER = new ClaimName("owner");

  @Test
  void claimsKeepTheOrderInWhichTheyWereMade() {
    Claims claims =
        Claims.of(aParty()).and(anInterview()).and(anEndUser()).and(OWNER, "user1").get();

    assertThat(claims.asMap())
        .containsExactly(
            Map.entry(ClaimName.UPID, "party-1"),
            Map.entry(ClaimName.INTERVIEW_ID, "interview-1"),
            Map.entry(ClaimName.PARTNER_END_USER_ID, "jane@partner.example"),
            Map.entry(OWNER, "user1"));
  }

  @Test
  void claimsPrintTheirNamesOnly() {
    assertThat(Claims.of(anInterview()).and(anEndUser()))
        .hasToString("Claims[interviewId, partnerEndUserId]");
  }

  @Test
  void theIdentifiersAmongTheClaimsAreFoundAgain() {
    Claims claims = Claims.of(anInterview()).and(aParty());

    assertThat(List.of(claims.interviewId(), claims.upid(), claims.value(OWNER)))
        .isEqualTo(List.of(Optional.of(anInterview()), Optional.of(aParty()), Optional.empty()));
  }

  @Test
  void claimsThatWereNotMadeAreNotFound() {
    assertThat(List.of(Claims.none().interviewId(), Claims.none().upid()))
        .isEqualTo(List.of(Optional.empty(), Optional.empty()));
  }

  @Test
  void aValueFollowsTheRuleOfAllClaimValues() {
    assertThat(Claims.none().and(OWNER, "x".repeat(513)))
        .isEqualTo(Either.left(new TooLong("owner", 513, 512)));
  }

  @Test
  void theSameNameAgainReplacesItsValue() {
    assertThat(Claims.of(anInterview()).and(anotherInterview()))
        .isEqualTo(Claims.of(anotherInterview()));
  }

  @Test
  void oneMoreClaimLeavesTheFormerClaimsAsTheyWere() {
    Claims before = Claims.of(anInterview());

    Claims after = before.and(aParty());

    assertThat(List.of(before.names().size(), after.names().size())).isEqualTo(List.of(1, 2));
  }

  @Test
  void theMapOfClaimsCannotBeChanged() {
    Map<ClaimName, String> map = Claims.of(anInterview()).asMap();

    assertThatThrownBy(map::clear).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void theOrderOfClaimsDoesNotMatterToEquality() {
    Claims left = Claims.of(anInterview()).and(aParty());
    Claims right = Claims.of(aParty()).and(anInterview());

    assertThat(left).isEqualTo(right).hasSameHashCodeAs(right);
  }

  @Test
  void claimsThatDifferHashApart() {
    assertThat(Claims.of(anInterview())).doesNotHaveSameHashCodeAs(Claims.of(anotherInterview()));
  }

  @Test
  void claimsWithOtherValuesDiffer() {
    assertThat(Claims.of(anInterview()))
        .isNotEqualTo(Claims.of(anotherInterview()))
        .isNotEqualTo(Claims.none())
        .isNotEqualTo(Claims.of(anInterview()).asMap());
  }
}
