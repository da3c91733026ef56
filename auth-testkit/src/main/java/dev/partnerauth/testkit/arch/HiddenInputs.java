package dev.partnerauth.testkit.arch;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;

/** Calls and method references by which code gets at what nobody handed in. */
final class HiddenInputs {

  private static final Set<String> CLOCKS =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.time.Clock.system",
          "java.time.Clock.systemDefaultZone",
          "java.time.Clock.systemUTC",
          "java.time.Clock.tickMillis",
          "java.time.Clock.tickMinutes",
          "java.time.Clock.tickSeconds",
          "java.time.InstantSource.system",
          "java.util.Calendar.getInstance");

  private static final Set<String> CLOCKS_WITHOUT_ARGUMENT =
      Set.of("java.util.Date.<init>", "java.util.GregorianCalendar.<init>");

  private static final Set<String> RANDOM =
      Set.of(
          "java.lang.Math.random",
          "java.lang.StrictMath.random",
          "java.util.concurrent.ThreadLocalRandom.current",
          "java.util.random.RandomGenerator.getDefault",
          "java.util.random.RandomGenerator.of");

  private static final Set<String> RANDOM_WITHOUT_SEED =
      Set.of(
          "java.util.Random.<init>",
          "java.util.SplittableRandom.<init>",
          "java.util.random.RandomGeneratorFactory.create");

  private static final Set<String> SLEEPERS =
      Set.of("java.lang.Thread.sleep", "java.util.concurrent.TimeUnit.sleep");

  private static final Set<String> REFLECTORS =
      Set.of(
          "java.lang.Class.forName",
          "java.lang.Class.getConstructor",
          "java.lang.Class.getConstructors",
          "java.lang.Class.getField",
          "java.lang.Class.getFields",
          "java.lang.Class.getMethod",
          "java.lang.Class.getMethods",
          "java.lang.Class.getRecordComponents",
          "java.lang.Class.newInstance",
          "java.lang.ClassLoader.loadClass");

  private static final String LOGGER = "java.lang.System.getLogger";

  static final DescribedPredicate<JavaAccess<?>> CLOCK =
      describe("the target reads the clock", HiddenInputs::readsTheClock);

  static final DescribedPredicate<JavaAccess<?>> RANDOMNESS =
      describe("the target is random and unseeded", HiddenInputs::isUnseeded);

  static final DescribedPredicate<JavaAccess<?>> SLEEP =
      describe("the target sleeps", access -> SLEEPERS.contains(target(access)));

  static final DescribedPredicate<JavaAccess<?>> REFLECTION =
      describe("the target reflects", HiddenInputs::reflects);

  static final DescribedPredicate<JavaAccess<?>> SYSTEM_LOGGER =
      describe("the target is a logger", access -> target(access).equals(LOGGER));

  private HiddenInputs() {}

  private static boolean readsTheClock(JavaAccess<?> access) {
    String target = target(access);
    return CLOCKS.contains(target)
        || (CLOCKS_WITHOUT_ARGUMENT.contains(target) && arguments(access).isEmpty())
        || (target.startsWith("java.time.") && target.endsWith(".now") && !takesAClock(access));
  }

  private static boolean takesAClock(JavaAccess<?> access) {
    return arguments(access).stream().anyMatch(type -> type.isEquivalentTo(java.time.Clock.class));
  }

  private static boolean isUnseeded(JavaAccess<?> access) {
    String target = target(access);
    return RANDOM.contains(target)
        || (RANDOM_WITHOUT_SEED.contains(target) && arguments(access).isEmpty());
  }

  private static boolean reflects(JavaAccess<?> access) {
    String target = target(access);
    return REFLECTORS.contains(target) || target.startsWith("java.lang.Class.getDeclared");
  }

  private static String target(JavaAccess<?> access) {
    return access.getTargetOwner().getName() + "." + access.getTarget().getName();
  }

  private static List<JavaClass> arguments(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget target
        ? target.getRawParameterTypes()
        : List.of();
  }
}
