package dev.partnerauth.testkit.arch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OurOwnCodeTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .withImportOption(OurOwnCodeTest::isWrittenByHand)
          .importPackages("dev.partnerauth");

  @ParameterizedTest
  @MethodSource("rules")
  void keepsEveryRule(ArchRule rule) {
    List<String> violations = rule.evaluate(CLASSES).getFailureReport().getDetails();

    assertThat(violations).isEmpty();
  }

  /**
   * Micronaut's annotation processor writes classes beside ours, with names that begin with a
   * dollar sign.
   */
  private static boolean isWrittenByHand(Location location) {
    return !location.contains("/$");
  }

  static List<ArchRule> rules() {
    Packages adapters = Packages.of("dev.partnerauth.http..", "dev.partnerauth.cache..");
    ArchRule nothingHiddenLeaks =
        ApiRules.noNonExportedTypesInExportedSignatures(
            OurModule.allExported(), Packages.of("dev.partnerauth.."));
    return Stream.concat(PartnerAuthRules.with(adapters).stream(), Stream.of(nothingHiddenLeaks))
        .toList();
  }

  @Test
  void mayNotPretendToHaveAnAdapter() {
    Packages adapters = Packages.of("dev.partnerauth.nowhere..");

    List<ArchRule> aboutIt =
        PartnerAuthRules.with(adapters).stream()
            .filter(rule -> rule.getDescription().contains("nowhere"))
            .toList();

    assertThat(aboutIt).isNotEmpty().allMatch(rule -> rule.evaluate(CLASSES).hasViolation());
  }
}
