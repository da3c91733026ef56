package dev.partnerauth.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LatencyTest {

  private static final int DRAWS = 20_000;

  private final RandomGenerator random = new SplittableRandom(1);

  @Test
  void aFixedOneIsAlwaysTheSame() {
    Latency latency = Latency.fixed(Duration.ofMillis(7));

    assertThat(List.of(latency.draw(random), latency.draw(random)))
        .containsOnly(Duration.ofMillis(7));
  }

  @Test
  void aUniformOneReachesFromTheLeastToTheMost() {
    Duration[] draws = draws(Latency.between(Duration.ofNanos(3), Duration.ofNanos(5)));

    assertThat(List.of(draws[0], draws[DRAWS / 2], draws[DRAWS - 1]))
        .containsExactly(Duration.ofNanos(3), Duration.ofNanos(4), Duration.ofNanos(5));
  }

  @Test
  void aLogNormalOneHasItsMedianAndItsP99() {
    Duration[] draws = draws(Latency.logNormal(Duration.ofMillis(100), Duration.ofMillis(900)));

    assertThat(
            List.of(
                roundedToTens(draws[DRAWS / 2], 10), roundedToTens(draws[DRAWS * 99 / 100], 100)))
        .containsExactly(100L, 900L);
  }

  @Test
  void bordersInTheWrongOrderAreRefusedWithACure() {
    assertThat(
            Stream.of(
                    catchThrowable(() -> Latency.fixed(Duration.ofMillis(-1))),
                    catchThrowable(
                        () -> Latency.between(Duration.ofMillis(2), Duration.ofMillis(1))),
                    catchThrowable(() -> Latency.logNormal(Duration.ZERO, Duration.ofMillis(1))),
                    catchThrowable(
                        () -> Latency.logNormal(Duration.ofMillis(2), Duration.ofMillis(1))))
                .map(Throwable::getMessage))
        .containsExactly(
            "duration is PT-0.001S. Use PT0S or more.",
            "most is PT0.001S. Use PT0.002S or more.",
            "median is PT0S. Use PT0.000000001S or more.",
            "p99 is PT0.001S. Use PT0.002S or more.");
  }

  private Duration[] draws(Latency latency) {
    return Stream.generate(() -> latency.draw(random))
        .limit(DRAWS)
        .sorted()
        .toArray(Duration[]::new);
  }

  private static long roundedToTens(Duration duration, long unit) {
    return Math.round((double) duration.toMillis() / unit) * unit;
  }
}
