package dev.partnerauth.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlowStartTest {

  private final Simulation simulation = new Simulation(1);
  private final SlowStart slowStart = new SlowStart(simulation);
  private final List<Integer> sent = new ArrayList<>();

  @Test
  void sixteenGoAtFirstAndTheRestWaits() {
    enter(100);

    assertThat(sent).isEqualTo(numbers(16));
  }

  @Test
  void everySuccessLetsTwoMoreGoInTheirOrder() {
    enter(100);

    slowStart.succeeded().forEach(SlowStart.Departure::go);

    assertThat(sent).isEqualTo(numbers(18));
  }

  @Test
  void neverMoreThan512AreUnderWay() {
    enter(3_000);

    IntStream.range(0, 2_000).forEach(n -> slowStart.succeeded().forEach(SlowStart.Departure::go));

    assertThat(sent).isEqualTo(numbers(2_512));
  }

  @Test
  void aFailureNarrowsTheWindowAgain() {
    enter(100);
    IntStream.range(0, 10).forEach(n -> slowStart.succeeded().forEach(SlowStart.Departure::go));

    List<SlowStart.Departure> next = slowStart.failed();

    assertThat(next).isEmpty();
    assertThat(sent).isEqualTo(numbers(36));
  }

  @Test
  void whatIsNotSentMakesRoomForTheNext() {
    enter(100);

    slowStart.skipped().forEach(SlowStart.Departure::go);

    assertThat(sent).isEqualTo(numbers(17));
  }

  @Test
  void afterAPauseItBeginsAnew() {
    enter(20);
    IntStream.range(0, 20).forEach(n -> slowStart.succeeded().forEach(SlowStart.Departure::go));
    simulation.advance(Duration.ofSeconds(6));
    sent.clear();

    enter(100);

    assertThat(sent).isEqualTo(numbers(16));
  }

  @Test
  void afterASecondOfSilenceSixteenMoreGo() {
    enter(100);
    simulation.advance(SlowStart.SILENCE);

    slowStart.afterSilence().forEach(SlowStart.Departure::go);

    assertThat(sent).isEqualTo(numbers(32));
  }

  @Test
  void everySecondOfSilenceLetsMoreGoUntil512AreUnderWay() {
    enter(3_000);

    IntStream.range(0, 60)
        .forEach(
            second -> {
              simulation.advance(SlowStart.SILENCE);
              slowStart.afterSilence().forEach(SlowStart.Departure::go);
            });

    assertThat(sent).isEqualTo(numbers(512));
  }

  @Test
  void whileAnswersComeNoMoreGoThanTheyLetGo() {
    enter(100);
    slowStart.succeeded().forEach(SlowStart.Departure::go);
    simulation.advance(SlowStart.SILENCE.minusNanos(1));

    slowStart.afterSilence().forEach(SlowStart.Departure::go);

    assertThat(sent).isEqualTo(numbers(18));
  }

  @Test
  void thoseThatWaitAreWatchedByOneOnly() {
    enter(16);
    boolean whileNoneWaits = slowStart.needsWatching();
    enter(1);

    assertThat(List.of(whileNoneWaits, slowStart.needsWatching(), slowStart.needsWatching()))
        .isEqualTo(List.of(false, true, false));
  }

  @Test
  void afterASilenceWhoStillWaitsIsWatchedAnew() {
    enter(100);
    boolean first = slowStart.needsWatching();
    simulation.advance(SlowStart.SILENCE);
    slowStart.afterSilence().forEach(SlowStart.Departure::go);

    assertThat(List.of(first, slowStart.needsWatching())).isEqualTo(List.of(true, true));
  }

  @Test
  void onceAllHaveGoneNobodyNeedsToWatch() {
    enter(17);
    boolean first = slowStart.needsWatching();
    simulation.advance(SlowStart.SILENCE);
    slowStart.afterSilence().forEach(SlowStart.Departure::go);

    assertThat(List.of(first, slowStart.needsWatching())).isEqualTo(List.of(true, false));
  }

  private void enter(int requests) {
    IntStream.range(0, requests)
        .<SlowStart.Departure>mapToObj(
            number ->
                () -> {
                  sent.add(number);
                  return List.of();
                })
        .filter(slowStart::admits)
        .forEach(SlowStart.Departure::go);
  }

  private static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }
}
