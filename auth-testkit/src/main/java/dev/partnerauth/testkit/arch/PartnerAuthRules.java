package dev.partnerauth.testkit.arch;

import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;

/**
 * All rules, applied to this library's own packages.
 *
 * @since 0.1.0
 */
public final class PartnerAuthRules {

  private static final String ROOT = "dev.partnerauth";

  /** In order: each knows only those before it. The facade stands at the root, the last of all. */
  private static final Packages DOMAIN =
      Packages.under(
          ROOT,
          "violation",
          "claim",
          "purpose",
          "app",
          "token",
          "scope",
          "failure",
          "refresh",
          "event",
          "port",
          "");

  private static final Packages TESTKIT = Packages.of("dev.partnerauth.testkit..");

  private PartnerAuthRules() {}

  /** The rules for the domain and the testkit, where no adapter is imported. */
  public static List<ArchRule> withoutAdapters() {
    List<ArchRule> rules = new ArrayList<>(ofTheDomain());
    rules.addAll(ofLibraries(DOMAIN));
    rules.addAll(ofEverything(DOMAIN.and(TESTKIT)));
    return List.copyOf(rules);
  }

  /**
   * The rules for all modules.
   *
   * @param adapters those imported, such as {@code dev.partnerauth.http..}; one that is left out
   *     fails the rule that no package is forgotten
   */
  public static List<ArchRule> with(Packages adapters) {
    List<ArchRule> rules = new ArrayList<>(ofTheDomain());
    rules.add(HexagonRules.domainDoesNotDependOnAdapters(DOMAIN, adapters.and(TESTKIT)));
    rules.add(HexagonRules.adaptersDoNotDependOnEachOther(adapters));
    rules.add(HexagonRules.adaptersDoNotDependOnTheTestkit(adapters, TESTKIT));
    rules.addAll(ofLibraries(DOMAIN.and(adapters)));
    rules.addAll(ofEverything(DOMAIN.and(adapters).and(TESTKIT)));
    return List.copyOf(rules);
  }

  private static List<ArchRule> ofTheDomain() {
    return List.of(
        HexagonRules.domainDependsOnlyOn(
            DOMAIN, Packages.of("java..", "io.vavr..", "org.jspecify..")),
        HexagonRules.packagesInOrder(DOMAIN),
        PurityRules.noReflection(DOMAIN),
        ApiRules.noNonExportedTypesInExportedSignatures(DOMAIN, Packages.of("dev.partnerauth..")));
  }

  private static List<ArchRule> ofLibraries(Packages libraries) {
    return List.of(
        PurityRules.noSleep(libraries),
        PurityRules.noStandardStreams(libraries),
        PurityRules.noSystemLogger(libraries));
  }

  private static List<ArchRule> ofEverything(Packages everything) {
    return List.of(
        HexagonRules.noPackageIsForgotten(ROOT, everything),
        PurityRules.noHiddenClock(everything, "dev.partnerauth.port.Time"),
        PurityRules.noHiddenRandomness(everything, "dev.partnerauth.port.AuthRuntime"),
        PurityRules.noStaticMutableState(everything),
        ApiRules.onlyEitherOfVavrInExportedSignatures(everything),
        ApiRules.everyPackageIsNullMarked(everything));
  }
}
