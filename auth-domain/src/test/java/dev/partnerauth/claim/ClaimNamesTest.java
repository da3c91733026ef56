package dev.partnerauth.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partnerauth.violation.Violation.Malformed;
import io.vavr.control.Either;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimNamesTest {

  private static final String SIXTY_FOUR_LETTERS = "a".repeat(64);

  @ParameterizedTest
  @ValueSource(strings = {"upid", "interviewId", "a", "Z", "a1", "a_b", "a.b", "a-b", "Purpose"})
  void lettersDigitsAndThreeSignsMakeAClaimName(String text) {
    assertThat(ClaimName.of(text)).isEqualTo(Either.right(new ClaimName(text)));
  }

  @Test
  void sixtyFourCharactersAreNotTooMany() {
    assertThat(ClaimName.of(SIXTY_FOUR_LETTERS))
        .isEqualTo(Either.right(new ClaimName(SIXTY_FOUR_LETTERS)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "1a", "_a", ".a", "-a", "a b", "a\"b", "ä", "a\n", "a/b", "a:b", "a$"})
  void anythingElseIsNoClaimName(String text) {
    assertThat(ClaimName.of(text)).isEqualTo(Either.left(notAClaimName()));
  }

  @Test
  void sixtyFiveCharactersAreTooMany() {
    assertThat(ClaimName.of(SIXTY_FOUR_LETTERS + "a")).isEqualTo(Either.left(notAClaimName()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"purpose", "expirationTime"})
  void theFieldsOfTheRequestItselfCannotBeClaims(String text) {
    assertThat(ClaimName.of(text))
        .isEqualTo(
            Either.left(
                new Malformed(
                    "claim name",
                    "is \"" + text + "\", a field of the request itself",
                    "another name")));
  }

  @Test
  void aNameThatStandsInTheCodeIsCheckedToo() {
    assertThatThrownBy(() -> new ClaimName("expirationTime"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "claim name is \"expirationTime\", a field of the request itself. Use another name.");
  }

  @Test
  void theClaimsOfTheStandardPurposesHaveTheNamesOfTheWire() {
    assertThat(
            List.of(ClaimName.INTERVIEW_ID, ClaimName.UPID, ClaimName.PARTNER_END_USER_ID)
                .toString())
        .isEqualTo("[interviewId, upid, partnerEndUserId]");
  }

  @Test
  void namesAreSortedByTheirLetters() {
    TreeSet<ClaimName> sorted =
        new TreeSet<>(List.of(ClaimName.UPID, ClaimName.INTERVIEW_ID, new ClaimName("owner")));

    assertThat(sorted)
        .containsExactly(ClaimName.INTERVIEW_ID, new ClaimName("owner"), ClaimName.UPID);
  }

  private static Malformed notAClaimName() {
    return new Malformed(
        "claim name",
        "is not a claim name",
        "1 to 64 letters, digits, underscores, dots and hyphens, beginning with a letter");
  }
}
