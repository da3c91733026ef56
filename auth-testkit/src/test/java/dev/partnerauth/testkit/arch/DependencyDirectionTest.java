package dev.partnerauth.testkit.arch;

import static dev.partnerauth.testkit.arch.Planted.violations;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

class DependencyDirectionTest {

  @Test
  void theDomainKnowsNoFramework() {
    ArchRule rule = HexagonRules.domainDependsOnlyOn(Planted.in("domain.dirty"), allowed());

    List<String> violations = violations(rule, "domain");

    assertThat(violations)
        .containsExactly("Class <domain.dirty.Wallet> is annotated with <framework.Entity>");
  }

  @Test
  void theDomainKnowsItselfAndWhatIsAllowed() {
    ArchRule rule = HexagonRules.domainDependsOnlyOn(Planted.in("domain.clean"), allowed());

    List<String> violations = violations(rule, "domain");

    assertThat(violations).isEmpty();
  }

  @Test
  void aPackageDoesNotKnowThoseAfterIt() {
    ArchRule rule =
        HexagonRules.packagesInOrder(
            Planted.in("order.dirty.claim", "order.dirty.token", "order.dirty"));

    List<String> violations = violations(rule, "order.dirty");

    assertThat(violations)
        .containsExactly(
            "Method <order.dirty.claim.Claim.within(order.dirty.token.Token)>"
                + " has parameter of type <order.dirty.token.Token>",
            "Method <order.dirty.token.Token.issuedBy(order.dirty.Facade)>"
                + " has parameter of type <order.dirty.Facade>");
  }

  @Test
  void aPackageKnowsThoseBeforeIt() {
    ArchRule rule =
        HexagonRules.packagesInOrder(
            Planted.in("order.clean.claim", "order.clean.token", "order.clean"));

    List<String> violations = violations(rule, "order.clean");

    assertThat(violations).isEmpty();
  }

  @Test
  void theDomainKnowsNoAdapterNotEvenInAnArray() {
    ArchRule rule =
        HexagonRules.domainDoesNotDependOnAdapters(
            Planted.in("sides.dirty.domain"), adapters("sides.dirty"));

    List<String> violations = violations(rule, "sides.dirty");

    assertThat(violations)
        .contains(
            "Method <sides.dirty.domain.Port.all()> depends on component type"
                + " <sides.dirty.http.HttpPort>");
  }

  @Test
  void adaptersKnowTheDomain() {
    ArchRule rule =
        HexagonRules.domainDoesNotDependOnAdapters(
            Planted.in("sides.clean.domain"), adapters("sides.clean"));

    List<String> violations = violations(rule, "sides.clean");

    assertThat(violations).isEmpty();
  }

  @Test
  void anAdapterDoesNotKnowAnother() {
    ArchRule rule = HexagonRules.adaptersDoNotDependOnEachOther(adapters("sides.dirty"));

    List<String> violations = violations(rule, "sides.dirty");

    assertThat(violations)
        .containsExactly(
            "Method <sides.dirty.http.HttpPort.ports()> has generic return type"
                + " <java.util.List<sides.dirty.cache.CachedPort>>"
                + " with type argument depending on <sides.dirty.cache.CachedPort>");
  }

  @Test
  void adaptersStandSideBySide() {
    ArchRule rule = HexagonRules.adaptersDoNotDependOnEachOther(adapters("sides.clean"));

    List<String> violations = violations(rule, "sides.clean");

    assertThat(violations).isEmpty();
  }

  @Test
  void anAdapterDoesNotKnowTheTestkit() {
    ArchRule rule =
        HexagonRules.adaptersDoNotDependOnTheTestkit(
            adapters("sides.dirty"), Planted.in("sides.dirty.testkit.."));

    List<String> violations = violations(rule, "sides.dirty");

    assertThat(violations)
        .containsExactly(
            "Method <sides.dirty.cache.CachedPort.port()> calls constructor"
                + " <sides.dirty.testkit.FakePort.<init>()>");
  }

  @Test
  void theTestkitKnowsAdapters() {
    ArchRule rule =
        HexagonRules.adaptersDoNotDependOnTheTestkit(
            adapters("sides.clean"), Planted.in("sides.clean.testkit.."));

    List<String> violations = violations(rule, "sides.clean");

    assertThat(violations).isEmpty();
  }

  @Test
  void aPackageThatNoRuleIsAboutIsNoticed() {
    ArchRule rule =
        HexagonRules.noPackageIsForgotten(
            Planted.ROOT + ".sides.dirty",
            adapters("sides.dirty").and(Planted.in("sides.dirty.domain")));

    List<String> violations = violations(rule, "sides.dirty");

    assertThat(violations)
        .containsExactly(
            "Class <sides.dirty.testkit.FakePort> is not in"
                + " sides.dirty.http.., sides.dirty.cache.., sides.dirty.domain");
  }

  @Test
  void everyPackageHasItsPlace() {
    ArchRule rule =
        HexagonRules.noPackageIsForgotten(
            Planted.ROOT + ".sides.clean",
            adapters("sides.clean").and(Planted.in("sides.clean.domain", "sides.clean.testkit")));

    List<String> violations = violations(rule, "sides.clean");

    assertThat(violations).isEmpty();
  }

  private static Packages allowed() {
    return Packages.of("java..", "io.vavr..", "org.jspecify..");
  }

  private static Packages adapters(String sides) {
    return Planted.in(sides + ".http..", sides + ".cache..");
  }
}
