package dev.partnerauth.purpose;

import static dev.partnerauth.Samples.aClaim;
import static dev.partnerauth.Samples.aParty;
import static dev.partnerauth.Samples.anInterview;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partnerauth.claim.ClaimName;
import dev.partnerauth.claim.Claims;
import dev.partnerauth.violation.Violation.Blank;
import dev.partnerauth.violation.Violation.ClaimNotAllowed;
import dev.partnerauth.violation.Violation.MissingClaim;
import dev.partnerauth.violation.Violation.TooLong;
import io.vavr.control.Either;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PurposesKnowTheirClaimsTest {

  private static final ClaimName FLOOR = aClaim("floor");
  private static final ClaimName ROOM = aClaim("room");
  private static final ClaimName GUEST = aClaim("guest");
  private static final Purpose CLEANING =
      Purpose.named("cleaning").requiring(FLOOR, ROOM).allowing(GUEST);

  @Test
  void aPurposeIsPutTogetherClaimByClaim() {
    assertThat(CLEANING).isEqualTo(new Purpose("cleaning", Set.of(ROOM, FLOOR), Set.of(GUEST)));
  }

  @Test
  void claimsAddUp() {
    assertThat(
            Purpose.named("cleaning").requiring(FLOOR).requiring(ROOM).allowing().allowing(GUEST))
        .isEqualTo(CLEANING);
  }

  @Test
  void requiredAndOptionalClaimsAreAllowedAndNoOthers() {
    assertThat(List.of(FLOOR, ROOM, GUEST, ClaimName.UPID).stream().map(CLEANING::allows).toList())
        .isEqualTo(List.of(true, true, true, false));
  }

  @Test
  void theRequiredClaimsAreEnough() {
    assertThat(CLEANING.violationsOf(claims(FLOOR, ROOM))).isEmpty();
  }

  @Test
  void anOptionalClaimIsWelcome() {
    assertThat(CLEANING.violationsOf(claims(FLOOR, ROOM, GUEST))).isEmpty();
  }

  @Test
  void missingClaimsComeFirstAndThenThoseThatThePurposeDoesNotKnow() {
    Claims claims = Claims.of(anInterview()).and(aParty()).and(GUEST, "x").get();

    assertThat(CLEANING.violationsOf(claims))
        .containsExactly(
            new MissingClaim("cleaning", "floor"),
            new MissingClaim("cleaning", "room"),
            new ClaimNotAllowed("cleaning", "interviewId", List.of("floor", "room", "guest")),
            new ClaimNotAllowed("cleaning", "upid", List.of("floor", "room", "guest")));
  }

  @Test
  void aClaimCannotBeBothRequiredAndOptional() {
    assertThatThrownBy(() -> CLEANING.allowing(ROOM))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a claim of purpose cleaning is both required and optional");
  }

  @Test
  void aNameFromOutsideIsChecked() {
    assertThat(List.of(Purpose.of("cleaning"), Purpose.of(" "), Purpose.of("x".repeat(257))))
        .isEqualTo(
            List.of(
                Either.right(Purpose.named("cleaning")),
                Either.left(new Blank("purpose")),
                Either.left(new TooLong("purpose", 257, 256))));
  }

  @Test
  void aNameInTheCodeIsCheckedToo() {
    assertThatThrownBy(() -> Purpose.named(""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("purpose is blank. Give purpose a value.");
  }

  @Test
  void whatIsAddedToTheSetLaterDoesNotArrive() {
    Set<ClaimName> required = new LinkedHashSet<>(Set.of(FLOOR));
    Purpose purpose = new Purpose("cleaning", required, Set.of());

    required.add(ROOM);

    assertThat(purpose).isEqualTo(Purpose.named("cleaning").requiring(FLOOR));
  }

  private static Claims claims(ClaimName... names) {
    Claims claims = Claims.none();
    for (ClaimName name : names) {
      claims = claims.and(name, "x").get();
    }
    return claims;
  }
}
