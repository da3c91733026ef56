package dev.partnerauth.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.claim.ClaimName;
import dev.partnerauth.violation.Violation.Blank;
import dev.partnerauth.violation.Violation.UnknownPurpose;
import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurposeRegistriesTest {

  private static final Purpose CLEANING = Purpose.named("cleaning");
  private static final Purpose COOKING = Purpose.named("cooking");
  private static final PurposeRegistry HOUSEHOLD =
      PurposeRegistry.empty().with(CLEANING).with(COOKING);

  @Test
  void aRegisteredPurposeIsFoundByItsName() {
    assertThat(HOUSEHOLD.find("cooking")).isEqualTo(Either.right(COOKING));
  }

  @Test
  void aPurposeIsFoundByItsExactNameOnly() {
    assertThat(HOUSEHOLD.find("Cooking"))
        .isEqualTo(Either.left(new UnknownPurpose("Cooking", Optional.of("cooking"))));
  }

  @Test
  void aNameThatCannotBeOneIsNotCalledUnknown() {
    assertThat(HOUSEHOLD.find("")).isEqualTo(Either.left(new Blank("purpose")));
  }

  @Test
  void anEmptyRegistryHasNothingToSuggest() {
    assertThat(PurposeRegistry.empty().find("cooking"))
        .isEqualTo(Either.left(new UnknownPurpose("cooking", Optional.empty())));
  }

  /** "cleaning" has eight letters, of which four may differ; "cooking" seven, and three. */
  @ParameterizedTest
  @CsvSource({
    "cleanin, cleaning",
    "cleannig, cleaning",
    "leaning, cleaning",
    "cleanings, cleaning",
    "xcleaning, cleaning",
    "cookng, cooking",
    "booking, cooking",
    "looting, cooking",
    "clearing, cleaning",
    "clxxxxng, cleaning",
    "clxxxxxg,",
    "cxxxing, cooking",
    "cxxxxng,",
    "gardening,",
    "c,"
  })
  void theRegisteredNameMostLikeItIsSuggestedUnlessItWouldMislead(String name, String nearest) {
    assertThat(HOUSEHOLD.find(name))
        .isEqualTo(Either.left(new UnknownPurpose(name, Optional.ofNullable(nearest))));
  }

  @ParameterizedTest
  @CsvSource({
    "api.rocketlawer.com/rocketdoc, api.rocketlawyer.com/rocketdoc",
    "api.rocketlawyer.com/rocketdocs, api.rocketlawyer.com/rocketdoc",
    "api.rocketlawyer.com/binder-party, api.rocketlawyer.com/binder-party-access",
    "api.rocketlawyer.com/rocketsign/binders/sign, api.rocketlawyer.com/rocketsign/binder/sign",
    "rocketdoc, api.rocketlawyer.com/rocketdoc",
    "api.rocketlawyer.com/payments,",
    "https://example.com,"
  })
  void misspeltStandardPurposesAreRecognised(String name, String nearest) {
    assertThat(PurposeRegistry.standard().find(name))
        .isEqualTo(Either.left(new UnknownPurpose(name, Optional.ofNullable(nearest))));
  }

  @Test
  void onePurposeMoreLeavesTheFormerRegistryAsItWas() {
    PurposeRegistry more = HOUSEHOLD.with(Purpose.named("washing"));

    assertThat(List.of(HOUSEHOLD.purposes().size(), more.purposes().size()))
        .isEqualTo(List.of(2, 3));
  }

  @Test
  void aPurposeReplacesOneOfTheSameName() {
    Purpose cleaningOfOneParty = CLEANING.requiring(ClaimName.UPID);

    assertThat(HOUSEHOLD.with(cleaningOfOneParty).purposes())
        .containsExactly(cleaningOfOneParty, COOKING);
  }

  @Test
  void registriesAreEqualWhenTheyHoldTheSamePurposes() {
    PurposeRegistry same = PurposeRegistry.empty().with(COOKING).with(CLEANING);

    assertThat(HOUSEHOLD)
        .isEqualTo(same)
        .hasSameHashCodeAs(same)
        .isNotEqualTo(PurposeRegistry.standard())
        .isNotEqualTo(HOUSEHOLD.with(CLEANING.requiring(ClaimName.UPID)));
  }

  @Test
  void registriesThatDifferHashApart() {
    assertThat(HOUSEHOLD).doesNotHaveSameHashCodeAs(PurposeRegistry.standard());
  }

  @Test
  void aRegistryPrintsTheNamesOfItsPurposes() {
    assertThat(HOUSEHOLD).hasToString("PurposeRegistry[cleaning, cooking]");
  }
}
