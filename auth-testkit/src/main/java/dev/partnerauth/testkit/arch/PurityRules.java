package dev.partnerauth.testkit.arch;

import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * That code takes what it needs from its caller and gives it back there. {@code exceptIn} names the
 * top-level classes that may do otherwise, such as a port's default; one that is gone fails the
 * rule too.
 *
 * @since 0.1.0
 */
public final class PurityRules {

  private PurityRules() {}

  /**
   * Nothing reads a clock of the system: {@code Instant.now()}, {@code System.nanoTime()}, {@code
   * Clock.systemUTC()}, {@code new Date()} and the like. {@code now(clock)} is fine.
   */
  public static ArchRule noHiddenClock(Packages where, String... exceptIn) {
    return none(
        "reads a hidden clock", where, exceptIn, List.of(accessTargetWhere(HiddenInputs.CLOCK)));
  }

  /**
   * Nothing draws from a generator without a seed: {@code new Random()}, {@code Math.random()},
   * {@code ThreadLocalRandom} and the like. {@code new Random(seed)} is fine, and so is {@code
   * SecureRandom}: keys and nonces want it.
   */
  public static ArchRule noHiddenRandomness(Packages where, String... exceptIn) {
    return none(
        "draws hidden random numbers",
        where,
        exceptIn,
        List.of(accessTargetWhere(HiddenInputs.RANDOMNESS)));
  }

  /** Nothing holds up the thread of its caller with {@code Thread.sleep}. */
  public static ArchRule noSleep(Packages where, String... exceptIn) {
    return none("sleeps", where, exceptIn, List.of(accessTargetWhere(HiddenInputs.SLEEP)));
  }

  /** Nothing looks at types while it runs, neither by reflection nor by method handles. */
  public static ArchRule noReflection(Packages where, String... exceptIn) {
    DescribedPredicate<JavaClass> reflective =
        Packages.of("java.lang.reflect", "java.lang.invoke").classes();
    return none(
        "reflects",
        where,
        exceptIn,
        List.of(dependOnClassesThat(reflective), accessTargetWhere(HiddenInputs.REFLECTION)));
  }

  /**
   * Static fields are final, and neither arrays nor of the JDK's mutable types. A static {@code
   * Map} is taken for immutable unless the static initializer makes a {@code new HashMap()} or
   * other such collection.
   */
  public static ArchRule noStaticMutableState(Packages where, String... exceptIn) {
    return none("holds static mutable state", where, exceptIn, List.of(new StaticState()));
  }

  /** Nothing prints: neither to {@code System.out} or {@code System.err} nor a stack trace. */
  public static ArchRule noStandardStreams(Packages where, String... exceptIn) {
    return none("uses the standard streams", where, exceptIn, List.of(ACCESS_STANDARD_STREAMS));
  }

  /**
   * Nothing logs through {@code System.Logger}. A module descriptor guards against {@code
   * java.util.logging} already, since that has to be required.
   */
  public static ArchRule noSystemLogger(Packages where, String... exceptIn) {
    DescribedPredicate<JavaClass> loggers =
        DescribedPredicate.describe(
            "System.Logger", type -> type.getName().startsWith("java.lang.System$Logger"));
    return none(
        "uses System.Logger",
        where,
        exceptIn,
        List.of(dependOnClassesThat(loggers), accessTargetWhere(HiddenInputs.SYSTEM_LOGGER)));
  }

  private static ArchRule none(
      String doesSo, Packages where, String[] exceptIn, List<ArchCondition<JavaClass>> conditions) {
    List<String> exceptions = List.of(exceptIn);
    String unless = exceptions.isEmpty() ? "" : " except " + String.join(", ", exceptions);
    return GroundedRule.of(
        "nothing in %s%s %s".formatted(where, unless, doesSo),
        where,
        exceptions,
        conditions.stream()
            .<ArchRule>map(
                condition ->
                    noClasses()
                        .that(where.classes())
                        .and(DescribedPredicate.not(within(exceptions)))
                        .should(condition))
            .toList());
  }

  private static DescribedPredicate<JavaClass> within(List<String> names) {
    return DescribedPredicate.describe(
        "within " + names,
        type ->
            Stream.iterate(
                    Optional.of(type), Optional::isPresent, it -> it.get().getEnclosingClass())
                .anyMatch(it -> names.contains(it.orElseThrow().getName())));
  }
}
