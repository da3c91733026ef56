package dev.partnerauth.testkit.arch;

import static dev.partnerauth.testkit.arch.Planted.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No rule passes because there was nothing to look at. */
class RulesOverUnknownPackagesTest {

  private static final Packages KNOWN = Planted.in("sides.clean.domain");
  private static final Packages UNKNOWN = Planted.in("unknown..");
  private static final Packages ONE_OF_TWO = KNOWN.and(UNKNOWN);

  @ParameterizedTest
  @MethodSource("rulesThatNameAnUnknownPackage")
  void aRuleFailsWhenItNamesAnUnknownPackage(ArchRule rule) {
    List<String> violations = violations(rule, "sides.clean");

    assertThat(violations)
        .containsExactly(
            "Package <unknown..> is not among the imported classes: the rule guards nothing");
  }

  @ParameterizedTest
  @MethodSource("rulesThatNameAnUnknownPackage")
  void aRuleFailsWhenNothingWasImported(ArchRule rule) {
    List<String> violations = violations(rule, "nothing.at.all");

    assertThat(violations)
        .contains("Package <unknown..> is not among the imported classes: the rule guards nothing");
  }

  static Stream<ArchRule> rulesThatNameAnUnknownPackage() {
    return Stream.of(
        HexagonRules.domainDependsOnlyOn(ONE_OF_TWO, Packages.of("java..", "org.jspecify..")),
        HexagonRules.packagesInOrder(ONE_OF_TWO),
        HexagonRules.domainDoesNotDependOnAdapters(KNOWN, UNKNOWN),
        HexagonRules.domainDoesNotDependOnAdapters(UNKNOWN, KNOWN),
        HexagonRules.adaptersDoNotDependOnEachOther(ONE_OF_TWO),
        HexagonRules.adaptersDoNotDependOnTheTestkit(KNOWN, UNKNOWN),
        HexagonRules.adaptersDoNotDependOnTheTestkit(UNKNOWN, KNOWN),
        HexagonRules.noPackageIsForgotten(Planted.ROOT + ".unknown", KNOWN),
        HexagonRules.noPackageIsForgotten(Planted.ROOT + ".sides.clean.domain", ONE_OF_TWO),
        PurityRules.noHiddenClock(ONE_OF_TWO),
        PurityRules.noHiddenRandomness(ONE_OF_TWO),
        PurityRules.noSleep(ONE_OF_TWO),
        PurityRules.noReflection(ONE_OF_TWO),
        PurityRules.noStaticMutableState(ONE_OF_TWO),
        PurityRules.noStandardStreams(ONE_OF_TWO),
        PurityRules.noSystemLogger(ONE_OF_TWO),
        ApiRules.onlyEitherOfVavrInExportedSignatures(ONE_OF_TWO),
        ApiRules.noNonExportedTypesInExportedSignatures(KNOWN, UNKNOWN),
        ApiRules.noNonExportedTypesInExportedSignatures(UNKNOWN, KNOWN),
        ApiRules.everyPackageIsNullMarked(ONE_OF_TWO));
  }

  @ParameterizedTest
  @MethodSource("rulesThatExceptAnUnknownClass")
  void aRuleFailsWhenItExceptsAnUnknownClass(ArchRule rule) {
    List<String> violations = violations(rule, "sides.clean");

    assertThat(violations)
        .containsExactly("Class <Gone> is not among the imported classes: the rule guards nothing");
  }

  static Stream<ArchRule> rulesThatExceptAnUnknownClass() {
    return Stream.of(
        PurityRules.noHiddenClock(KNOWN, "Gone"),
        PurityRules.noHiddenRandomness(KNOWN, "Gone"),
        PurityRules.noSleep(KNOWN, "Gone"),
        PurityRules.noReflection(KNOWN, "Gone"),
        PurityRules.noStaticMutableState(KNOWN, "Gone"),
        PurityRules.noStandardStreams(KNOWN, "Gone"),
        PurityRules.noSystemLogger(KNOWN, "Gone"));
  }

  @Test
  void allowingEmptyRulesChangesNothing() {
    ArchRule rule = PurityRules.noSleep(UNKNOWN).allowEmptyShould(true);

    boolean violated =
        rule.evaluate(new ClassFileImporter().importPackages(Planted.ROOT)).hasViolation();

    assertThat(violated).isTrue();
  }

  @Test
  void aPackageThatHoldsOnlyItsDescriptionIsUnknown() {
    ArchRule rule = ApiRules.everyPackageIsNullMarked(Planted.in("nullness.bare"));

    List<String> violations = violations(rule, "nullness.bare");

    assertThat(violations)
        .containsExactly(
            "Package <nullness.bare> is not among the imported classes: the rule guards nothing");
  }

  @Test
  void aRuleOverNoPackageCannotBeMade() {
    assertThatIllegalArgumentException().isThrownBy(Packages::of).withMessageContaining("name one");
  }
}
