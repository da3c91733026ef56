package dev.partnerauth.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConcurrencyLimiterTest {

  private final Simulation simulation = new Simulation(1);
  private final ConcurrencyLimiter<Integer> limiter = new ConcurrencyLimiter<>(simulation);
  private final List<Integer> sent = new ArrayList<>();

  @Test
  void sixteenGoAtFirstAndTheRestWaits() {
    enter(100);

    assertThat(sent).isEqualTo(numbers(16));
  }

  @Test
  void everySuccessLetsTwoMoreGoInTheirOrder() {
    enter(100);

    limiter.succeeded().forEach(sent::add);

    assertThat(sent).isEqualTo(numbers(18));
  }

  @Test
  void neverMoreThan512AreUnderWay() {
    enter(3_000);

    IntStream.range(0, 2_000).forEach(n -> limiter.succeeded().forEach(sent::add));

    assertThat(sent).isEqualTo(numbers(2_512));
  }

  @Test
  void aFailureLowersTheLimitAgain() {
    enter(100);
    IntStream.range(0, 10).forEach(n -> limiter.succeeded().forEach(sent::add));

    List<Integer> next = limiter.failed();

    assertThat(next).isEmpty();
    assertThat(sent).isEqualTo(numbers(36));
  }

  @Test
  void whatIsNotSentMakesRoomForTheNext() {
    enter(100);

    limiter.skipped().forEach(sent::add);

    assertThat(sent).isEqualTo(numbers(17));
  }

  @Test
  void afterAPauseItBeginsAnew() {
    enter(20);
    IntStream.range(0, 20).forEach(n -> limiter.succeeded().forEach(sent::add));
    simulation.advance(Duration.ofSeconds(6));
    sent.clear();

    enter(100);

    assertThat(sent).isEqualTo(numbers(16));
  }

  @Test
  void afterASecondOfSilenceSixteenMoreGo() {
    enter(100);
    simulation.advance(ConcurrencyLimiter.SILENCE);

    limiter.afterSilence().forEach(sent::add);

    assertThat(sent).isEqualTo(numbers(32));
  }

  @Test
  void everySecondOfSilenceLetsMoreGoUntil512AreUnderWay() {
    enter(3_000);

    IntStream.range(0, 60)
        .forEach(
            second -> {
              simulation.advance(ConcurrencyLimiter.SILENCE);
              limiter.afterSilence().forEach(sent::add);
            });

    assertThat(sent).isEqualTo(numbers(512));
  }

  @Test
  void whileAnswersComeNoMoreGoThanTheyLetGo() {
    enter(100);
    limiter.succeeded().forEach(sent::add);
    simulation.advance(ConcurrencyLimiter.SILENCE.minusNanos(1));

    limiter.afterSilence().forEach(sent::add);

    assertThat(sent).isEqualTo(numbers(18));
  }

  @Test
  void thoseThatWaitAreWatchedByOneOnly() {
    enter(16);
    boolean whileNoneWaits = limiter.needsWatching();
    enter(1);

    assertThat(List.of(whileNoneWaits, limiter.needsWatching(), limiter.needsWatching()))
        .isEqualTo(List.of(false, true, false));
  }

  @Test
  void afterASilenceWhoStillWaitsIsWatchedAnew() {
    enter(100);
    boolean first = limiter.needsWatching();
    simulation.advance(ConcurrencyLimiter.SILENCE);
    limiter.afterSilence().forEach(sent::add);

    assertThat(List.of(first, limiter.needsWatching())).isEqualTo(List.of(true, true));
  }

  @Test
  void onceAllHaveGoneNobodyNeedsToWatch() {
    enter(17);
    boolean first = limiter.needsWatching();
    simulation.advance(ConcurrencyLimiter.SILENCE);
    limiter.afterSilence().forEach(sent::add);

    assertThat(List.of(first, limiter.needsWatching())).isEqualTo(List.of(true, false));
  }

  private void enter(int requests) {
    IntStream.range(0, requests).boxed().filter(limiter::acquire).forEach(sent::add);
  }

  private static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }
}
