package dev.partnerauth.testkit.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which side of a hexagon may know which. Every rule, here and in {@link PurityRules} and {@link
 * ApiRules}, fails when a package or class that it names is missing from the import:
 *
 * <pre>{@code
 * JavaClasses classes = new ClassFileImporter().importPackages("com.acme.auth");
 * Packages domain = Packages.under("com.acme.auth", "model", "port", "");
 * HexagonRules.domainDoesNotDependOnAdapters(domain, Packages.of("com.acme.auth.http.."))
 *     .check(classes);
 * }</pre>
 *
 * @since 0.1.0
 */
public final class HexagonRules {

  private HexagonRules() {}

  /** The domain knows itself and {@code allowed}; of these, nothing needs to be imported. */
  public static ArchRule domainDependsOnlyOn(Packages domain, Packages allowed) {
    DescribedPredicate<JavaClass> known =
        domain
            .and(allowed)
            .classes()
            .or(
                DescribedPredicate.describe(
                    "primitive", it -> it.getBaseComponentType().isPrimitive()));
    return GroundedRule.of(
        "the domain (%s) depends on nothing but itself and %s".formatted(domain, allowed),
        domain,
        List.of(
            classes()
                .that(domain.classes())
                .should(ArchConditions.onlyDependOnClassesThat(known))));
  }

  /** Each package knows only those before it in the list, so that there is no cycle. */
  public static ArchRule packagesInOrder(Packages inOrder) {
    List<String> names = inOrder.identifiers();
    return GroundedRule.of(
        "each package depends only on those before it in: " + inOrder,
        inOrder,
        IntStream.range(1, names.size())
            .mapToObj(
                next ->
                    independent(
                        Packages.of(names.get(next - 1)),
                        new Packages(names.subList(next, names.size()))))
            .toList());
  }

  public static ArchRule domainDoesNotDependOnAdapters(Packages domain, Packages adapters) {
    return GroundedRule.of(
        "the domain (%s) knows no adapter (%s)".formatted(domain, adapters),
        domain.and(adapters),
        List.of(independent(domain, adapters)));
  }

  /**
   * @param adapters one identifier for each adapter; a single one has nobody to depend on
   */
  public static ArchRule adaptersDoNotDependOnEachOther(Packages adapters) {
    List<String> all = adapters.identifiers();
    return GroundedRule.of(
        "adapters know no other adapter: " + adapters,
        adapters,
        all.stream()
            .flatMap(
                one ->
                    all.stream()
                        .filter(other -> !other.equals(one))
                        .map(other -> independent(Packages.of(one), Packages.of(other))))
            .toList());
  }

  public static ArchRule adaptersDoNotDependOnTheTestkit(Packages adapters, Packages testkit) {
    return GroundedRule.of(
        "adapters (%s) do not know the testkit (%s)".formatted(adapters, testkit),
        adapters.and(testkit),
        List.of(independent(adapters, testkit)));
  }

  /**
   * Every class below {@code root} is in one of {@code places}: a new package joins the other rules
   * or this one fails.
   */
  public static ArchRule noPackageIsForgotten(String root, Packages places) {
    Packages tree = Packages.of(root + "..");
    return GroundedRule.of(
        "every class below %s is in one of: %s".formatted(root, places),
        tree.and(places),
        List.of(classes().that(tree.classes()).should(ArchConditions.be(places.classes()))));
  }

  private static ArchRule independent(Packages from, Packages to) {
    return noClasses().that(from.classes()).should().dependOnClassesThat(to.classes());
  }
}
