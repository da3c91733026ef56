package dev.partnerauth.testkit.arch;

import static dev.partnerauth.testkit.arch.Planted.violations;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExportedSignaturesTest {

  @Test
  void anotherVavrTypeIsFoundWhereverASignatureCanNameIt() {
    ArchRule rule = ApiRules.onlyEitherOfVavrInExportedSignatures(Planted.in("vavr.dirty"));

    List<String> violations = violations(rule, "vavr.dirty");

    assertThat(violations)
        .containsExactly(
            "Class <vavr.dirty.Shop> names <io.vavr.Value>",
            "Constructor <vavr.dirty.Shop$Item.<init>(io.vavr.control.Option)>"
                + " names <io.vavr.control.Option>",
            "Constructor <vavr.dirty.Shop.<init>(io.vavr.control.Try)>"
                + " names <io.vavr.control.Try>",
            "Field <vavr.dirty.Shop.field> names <io.vavr.control.Option>",
            "Method <vavr.dirty.Shop$Hidden.inherited()> names <io.vavr.control.Option>",
            "Method <vavr.dirty.Shop$Item.component()> names <io.vavr.control.Option>",
            "Method <vavr.dirty.Shop.array()> names <io.vavr.collection.HashMap>",
            "Method <vavr.dirty.Shop.deepInTheTypeArguments()> names <io.vavr.collection.Seq>",
            "Method <vavr.dirty.Shop.refuse()> names <io.vavr.control.Option>");
  }

  @Test
  void vavrBehindTheSignaturesIsFine() {
    ArchRule rule = ApiRules.onlyEitherOfVavrInExportedSignatures(Planted.in("vavr.clean"));

    List<String> violations = violations(rule, "vavr.clean");

    assertThat(violations).isEmpty();
  }

  @Test
  void aTypeThatOthersCannotSeeIsFound() {
    ArchRule rule =
        ApiRules.noNonExportedTypesInExportedSignatures(
            Planted.in("exports.dirty"), Planted.in("exports.dirty.."));

    List<String> violations = violations(rule, "exports.dirty");

    assertThat(violations)
        .containsExactly(
            "Class <exports.dirty.Car> names <exports.dirty.internal.Engine>",
            "Method <exports.dirty.Car.fromThePackageBehind()>"
                + " names <exports.dirty.internal.Engine>",
            "Method <exports.dirty.Car.notPublic()> names <exports.dirty.Car$Seat>",
            "Method <exports.dirty.Car.refuse()> names <exports.dirty.Car$Refusal>");
  }

  @Test
  void aHiddenTypeBehindTheSignaturesIsFine() {
    ArchRule rule =
        ApiRules.noNonExportedTypesInExportedSignatures(
            Planted.in("exports.clean"), Planted.in("exports.clean.."));

    List<String> violations = violations(rule, "exports.clean");

    assertThat(violations).isEmpty();
  }

  @Test
  void aPackageThatKeepsItsNullnessToItselfIsFound() {
    ArchRule rule = ApiRules.everyPackageIsNullMarked(Planted.in("nullness.dirty.."));

    List<String> violations = violations(rule, "nullness.dirty");

    assertThat(violations)
        .containsExactly(
            "Package <nullness.dirty.unmarked> has no package-info.java that says @NullMarked",
            "Package <nullness.dirty> has no package-info.java that says @NullMarked");
  }

  @Test
  void aNullMarkedPackageIsFine() {
    ArchRule rule = ApiRules.everyPackageIsNullMarked(Planted.in("nullness.clean.."));

    List<String> violations = violations(rule, "nullness.clean");

    assertThat(violations).isEmpty();
  }
}
