package dev.partnerauth.port;

import static dev.partnerauth.Samples.aClientId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.event.AuthEvent;
import dev.partnerauth.event.AuthEvent.SharedStoreRegained;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuntimesTest {

  private static final AuthEvent NEWS = new SharedStoreRegained(aClientId());

  private static final Time STOPPED =
      new Time() {
        @Override
        public Instant now() {
          return Instant.EPOCH;
        }

        @Override
        public long nanos() {
          return 0;
        }
      };
  private static final Executor POOL = task -> {};
  private static final Delays DELAYS = (delay, task) -> () -> {};
  private static final RandomGenerator RANDOM = new Random(1);

  private final List<AuthEvent> told = new ArrayList<>();
  private final List<Runnable> later = new ArrayList<>();
  private final AuthRuntime runtime =
      AuthRuntime.system()
          .at(STOPPED)
          .runningOn(POOL)
          .delayedBy(DELAYS)
          .randomBy(RANDOM)
          .observedBy(told::add)
          .observedOn(later::add);

  @Test
  void everyPartOfARuntimeCanBeReplaced() {
    assertThat(parts(runtime)).isEqualTo(List.of(STOPPED, POOL, DELAYS, RANDOM));
  }

  /** A runtime like the other, but for one part. */
  record Wither(String replaces, UnaryOperator<AuthRuntime> with, List<Object> parts) {}

  static Stream<Wither> withers() {
    Time time = Time.system();
    Executor pool = Runnable::run;
    Delays delays = Delays.on(pool);
    RandomGenerator random = new Random(2);
    return Stream.of(
        new Wither("time", old -> old.at(time), List.of(time, POOL, DELAYS, RANDOM)),
        new Wither("executor", old -> old.runningOn(pool), List.of(STOPPED, pool, DELAYS, RANDOM)),
        new Wither("delays", old -> old.delayedBy(delays), List.of(STOPPED, POOL, delays, RANDOM)),
        new Wither("random", old -> old.randomBy(random), List.of(STOPPED, POOL, DELAYS, random)));
  }

  @ParameterizedTest
  @MethodSource("withers")
  void replacingOnePartKeepsTheOthers(Wither wither) {
    assertThat(parts(wither.with().apply(runtime))).isEqualTo(wither.parts());
  }

  @ParameterizedTest
  @MethodSource("withers")
  void replacingOnePartLeavesTheFormerRuntimeAlone(Wither wither) {
    AuthRuntime another = wither.with().apply(runtime);

    assertThat(parts(runtime))
        .isEqualTo(List.of(STOPPED, POOL, DELAYS, RANDOM))
        .isNotEqualTo(parts(another));
  }

  @ParameterizedTest
  @MethodSource("withers")
  void replacingAnyPartKeepsTheWatcherAndWhereItRuns(Wither wither) {
    wither.with().apply(runtime).announce(NEWS);

    assertThat(told).isEmpty();
    later.forEach(Runnable::run);
    assertThat(told).containsExactly(NEWS);
  }

  @Test
  void anotherWatcherTakesThePlaceOfTheOneBefore() {
    List<AuthEvent> toldAnother = new ArrayList<>();

    runtime.observedBy(toldAnother::add).announce(NEWS);
    later.forEach(Runnable::run);

    assertThat(List.of(told, toldAnother)).isEqualTo(List.of(List.of(), List.of(NEWS)));
  }

  @Test
  void anotherWatcherRunsWhereTheOneBeforeRan() {
    AuthRuntime another = runtime.observedBy(event -> {});

    another.announce(NEWS);

    assertThat(later).hasSize(1);
  }

  @Test
  void anotherPlaceForTheWatcherKeepsTheWatcherAndTheParts() {
    AuthRuntime here = runtime.observedOn(Runnable::run);

    here.announce(NEWS);

    assertThat(List.of(told, later, parts(here)))
        .isEqualTo(List.of(List.of(NEWS), List.of(), List.of(STOPPED, POOL, DELAYS, RANDOM)));
  }

  @Test
  void anotherWatcherKeepsTheParts() {
    assertThat(parts(runtime.observedBy(AuthEvents.none())))
        .isEqualTo(List.of(STOPPED, POOL, DELAYS, RANDOM));
  }

  @Test
  void whenNobodyWatchesNoExecutorIsTroubled() {
    runtime.observedBy(AuthEvents.none()).announce(NEWS);

    assertThat(later).isEmpty();
  }

  @Test
  void newsThatTheWatchersExecutorRejectsIsDropped() {
    AuthRuntime full =
        runtime.observedOn(
            task -> {
              throw new RejectedExecutionException("full");
            });

    full.announce(NEWS);

    assertThat(told).isEmpty();
  }

  @Test
  void whatAWatcherThrowsGoesToItsThreadsHandlerAndNoFurther() {
    Thread thread = Thread.currentThread();
    Thread.UncaughtExceptionHandler before = thread.getUncaughtExceptionHandler();
    List<Object> uncaught = new ArrayList<>();
    AssertionError thrown = new AssertionError("watcher");
    thread.setUncaughtExceptionHandler((on, error) -> uncaught.addAll(List.of(on, error)));

    try {
      runtime
          .observedOn(Runnable::run)
          .observedBy(
              event -> {
                throw thrown;
              })
          .announce(NEWS);
    } finally {
      thread.setUncaughtExceptionHandler(before);
    }

    assertThat(uncaught).isEqualTo(List.of(thread, thrown));
  }

  @Test
  void theSystemsWorkRunsOnTheCommonPoolHoweverFewCoresThereAre() {
    boolean onThePool =
        CompletableFuture.supplyAsync(ForkJoinTask::inForkJoinPool, AuthRuntime.system().executor())
            .join();

    assertThat(onThePool).isTrue();
  }

  @Test
  void theSystemsRandomIsNotConstant() {
    RandomGenerator random = AuthRuntime.system().random();

    assertThat(LongStream.generate(random::nextLong).limit(10).distinct().count()).isGreaterThan(1);
  }

  private static List<Object> parts(AuthRuntime runtime) {
    return List.of(runtime.time(), runtime.executor(), runtime.delays(), runtime.random());
  }
}
