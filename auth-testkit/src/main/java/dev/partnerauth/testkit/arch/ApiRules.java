package dev.partnerauth.testkit.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Predicate;

/**
 * What the signatures of a module's exported packages may name: public and protected members, type
 * parameters and parents of the types that others can see, with all type arguments.
 *
 * @since 0.1.0
 */
public final class ApiRules {

  private ApiRules() {}

  /** Of Vavr, {@code Either} and nothing else: collections and options are the JDK's. */
  public static ArchRule onlyEitherOfVavrInExportedSignatures(Packages exported) {
    Predicate<JavaClass> otherVavr =
        type ->
            Packages.of("io.vavr..").hold(type) && !type.getName().equals("io.vavr.control.Either");
    ExportedApi api = new ExportedApi(exported);
    return GroundedRule.of(
        "signatures exported from %s name no Vavr type but Either".formatted(exported),
        exported,
        List.of(
            noClasses().that(api.types()).should(api.name("other Vavr", otherVavr, otherVavr))));
  }

  /**
   * No type of ours that others cannot see: one of a package that is not exported, or one that is
   * not public. A parent that is not public is fine, as long as its package is exported.
   *
   * @param exported what the module descriptor exports
   * @param ours all our packages, exported or not
   */
  public static ArchRule noNonExportedTypesInExportedSignatures(Packages exported, Packages ours) {
    ExportedApi api = new ExportedApi(exported);
    return GroundedRule.of(
        "signatures exported from %s name only exported types of %s".formatted(exported, ours),
        exported.and(ours),
        List.of(
            noClasses()
                .that(api.types())
                .should(
                    api.name(
                        "hidden types",
                        type -> ours.hold(type) && !api.shows(type),
                        type -> ours.hold(type) && !exported.hold(type)))));
  }

  /** Every package declares its nullness with JSpecify's {@code @NullMarked}. */
  public static ArchRule everyPackageIsNullMarked(Packages where) {
    return GroundedRule.of(
        "every package in %s is @NullMarked".formatted(where),
        where,
        List.of(NullMarkedPackages.in(where)));
  }
}
