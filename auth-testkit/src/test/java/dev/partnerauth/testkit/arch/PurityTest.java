package dev.partnerauth.testkit.arch;

import static dev.partnerauth.testkit.arch.Planted.violations;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PurityTest {

  @Test
  void aHiddenClockIsFound() {
    ArchRule rule = PurityRules.noHiddenClock(Planted.in("clock.dirty"));

    List<String> violations = violations(rule, "clock.dirty");

    assertThat(violations)
        .containsExactly(
            "Method <clock.dirty.Expiry.called()> calls method <java.time.Instant.now()>",
            "Method <clock.dirty.Expiry.clock()> calls method <java.time.Clock.systemUTC()>",
            "Method <clock.dirty.Expiry.date()> calls constructor <java.util.Date.<init>()>",
            "Method <clock.dirty.Expiry.inLambda()> calls method <java.time.LocalDate.now()>",
            "Method <clock.dirty.Expiry.millis()> calls method"
                + " <java.lang.System.currentTimeMillis()>",
            "Method <clock.dirty.Expiry.nanos()> calls method <java.lang.System.nanoTime()>",
            "Method <clock.dirty.Expiry.referred()> references method <java.time.Instant.now()>",
            "Method <clock.dirty.Expiry.source()> calls method"
                + " <java.time.InstantSource.system()>");
  }

  @Test
  void theExceptionIsForTheNamedClassAndWhatIsInsideIt() {
    ArchRule rule =
        PurityRules.noHiddenClock(
            Planted.in("clock.excepted"), Planted.ROOT + ".clock.excepted.SystemTime");

    List<String> violations = violations(rule, "clock.excepted");

    assertThat(violations)
        .containsExactly(
            "Method <clock.excepted.SystemTimes.nanos()> calls method"
                + " <java.lang.System.nanoTime()>");
  }

  @Test
  void hiddenRandomnessIsFound() {
    ArchRule rule = PurityRules.noHiddenRandomness(Planted.in("randomness.dirty"));

    List<String> violations = violations(rule, "randomness.dirty");

    assertThat(violations)
        .containsExactly(
            "Method <randomness.dirty.Jitter.math()> calls method <java.lang.Math.random()>",
            "Method <randomness.dirty.Jitter.ofTheSystem()> calls method"
                + " <java.util.random.RandomGenerator.getDefault()>",
            "Method <randomness.dirty.Jitter.ofTheThread()> calls method"
                + " <java.util.concurrent.ThreadLocalRandom.current()>",
            "Method <randomness.dirty.Jitter.unseeded()> calls constructor"
                + " <java.util.Random.<init>()>");
  }

  @Test
  void aSleepIsFound() {
    ArchRule rule = PurityRules.noSleep(Planted.in("sleep.dirty"));

    List<String> violations = violations(rule, "sleep.dirty");

    assertThat(violations)
        .containsExactly(
            "Method <sleep.dirty.Pause.ofTheThread()> calls method <java.lang.Thread.sleep(long)>",
            "Method <sleep.dirty.Pause.ofTheUnit()> calls method"
                + " <java.util.concurrent.TimeUnit.sleep(long)>");
  }

  @Test
  void reflectionIsFound() {
    ArchRule rule = PurityRules.noReflection(Planted.in("reflection.dirty"));

    List<String> violations = violations(rule, "reflection.dirty");

    assertThat(violations)
        .containsExactly(
            "Method <reflection.dirty.Mirror.fields(java.lang.Object)> calls method"
                + " <java.lang.Class.getDeclaredFields()>",
            "Method <reflection.dirty.Mirror.handles()> calls method"
                + " <java.lang.invoke.MethodHandles.lookup()>",
            "Method <reflection.dirty.Mirror.nameOf(java.lang.reflect.Method)> calls method"
                + " <java.lang.reflect.Method.getName()>",
            "Method <reflection.dirty.Mirror.nameOf(java.lang.reflect.Method)>"
                + " has parameter of type <java.lang.reflect.Method>",
            "Method <reflection.dirty.Mirror.named(java.lang.String)> calls method"
                + " <java.lang.Class.forName(java.lang.String)>");
  }

  @Test
  void staticMutableStateIsFoundEvenBehindTheTypeOfAMap() {
    ArchRule rule = PurityRules.noStaticMutableState(Planted.in("statics.dirty"));

    List<String> violations = violations(rule, "statics.dirty");

    assertThat(violations)
        .containsExactly(
            "Field <statics.dirty.Disguised.SET> is static and of a mutable type",
            "Field <statics.dirty.Registry.ARRAY> is static and of a mutable type",
            "Field <statics.dirty.Registry.CONCURRENT> is static and of a mutable type",
            "Field <statics.dirty.Registry.COUNTER> is static and of a mutable type",
            "Field <statics.dirty.Registry.PER_THREAD> is static and of a mutable type",
            "Field <statics.dirty.Registry.notFinal> is static and not final",
            "Static Initializer <statics.dirty.Disguised.<clinit>()> calls constructor"
                + " <java.util.HashMap.<init>()>");
  }

  @Test
  void theStandardStreamsAreFound() {
    ArchRule rule = PurityRules.noStandardStreams(Planted.in("streams.dirty"));

    List<String> violations = violations(rule, "streams.dirty");

    assertThat(violations)
        .containsExactly(
            "Method <streams.dirty.Printer.err()> gets field <java.lang.System.err>",
            "Method <streams.dirty.Printer.out()> gets field <java.lang.System.out>",
            "Method <streams.dirty.Printer.trace(java.lang.Exception)> calls method"
                + " <java.lang.Exception.printStackTrace()>");
  }

  @Test
  void theSystemLoggerIsFound() {
    ArchRule rule = PurityRules.noSystemLogger(Planted.in("logging.dirty"));

    List<String> violations = violations(rule, "logging.dirty");

    assertThat(violations)
        .containsExactly(
            "Method <logging.dirty.Journal.logger()> calls method"
                + " <java.lang.System.getLogger(java.lang.String)>",
            "Method <logging.dirty.Journal.write(java.lang.System$Logger)>"
                + " has parameter of type <java.lang.System$Logger>");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rulesAndWhatKeepsThem")
  void whatIsHandedInIsFine(String planted, Function<Packages, ArchRule> rule) {
    List<String> violations = violations(rule.apply(Planted.in(planted)), planted);

    assertThat(violations).isEmpty();
  }

  static Stream<Arguments> rulesAndWhatKeepsThem() {
    return Stream.of(
        clean("clock.clean", PurityRules::noHiddenClock),
        clean("randomness.clean", PurityRules::noHiddenRandomness),
        clean("sleep.clean", PurityRules::noSleep),
        clean("reflection.clean", PurityRules::noReflection),
        clean("statics.clean", PurityRules::noStaticMutableState),
        clean("streams.clean", PurityRules::noStandardStreams),
        clean("logging.clean", PurityRules::noSystemLogger));
  }

  private static Arguments clean(String planted, Function<Packages, ArchRule> rule) {
    return Arguments.of(planted, rule);
  }
}
