package dev.partnerauth.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CooldownsTest {

  private static final Cooldown STANDARD = Cooldown.standard();
  private static final Duration SHORTEST = Duration.ofMillis(250);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0, PT0.25S",
    "PT-10S, 0, PT0.25S",
    "PT1.25S, 0, PT0.25S",
    "PT1.255S, 0, PT0.251S",
    "PT10S, 0, PT2S",
    "PT10S, 0.5, PT1.5S",
    "PT10S, 0.9999, PT1S",
    "PT1.25S, 0.9999, PT0.25S",
    "PT5M, 0, PT60S",
    "PT4M59.995S, 0, PT59.999S",
    "PT5H, 0, PT60S",
    "PT5H, 0.5, PT45S"
  })
  void aCooldownIsAFifthOfTheOutageWithinItsBounds(
      Duration failingFor, double jitter, Duration wait) {
    assertThat(STANDARD.next(failingFor, jitter, Optional.empty())).isEqualTo(wait);
  }

  @ParameterizedTest
  @CsvSource({
    "PT10S, PT1.999S, PT2S",
    "PT10S, PT2S, PT2S",
    "PT10S, PT2.001S, PT2.001S",
    "PT5H, PT2H, PT2H",
    "PT5H, PT24H, PT24H",
    "PT5H, PT240000H, PT24H",
    "PT0S, PT0S, PT0.25S",
    "PT0S, PT-5S, PT0.25S"
  })
  void whatTheServerAskedForWinsWhenItIsLonger(
      Duration failingFor, Duration retryAfter, Duration wait) {
    assertThat(STANDARD.next(failingFor, 0, Optional.of(retryAfter))).isEqualTo(wait);
  }

  @Test
  void everyCooldownLiesWithinItsBounds() {
    Random random = new Random(20_260_303);

    for (int i = 0; i < 20_000; i++) {
      Duration failingFor = Duration.ofSeconds(random.nextLong(), random.nextInt(1_000_000_000));

      Duration wait = STANDARD.next(failingFor, random.nextDouble(), Optional.empty());

      assertThat(wait).as("failing for %s", failingFor).isBetween(SHORTEST, LONGEST);
    }
  }

  @Test
  void noCooldownIsShorterThanTheServerAskedFor() {
    Random random = new Random(20_260_304);

    for (int i = 0; i < 20_000; i++) {
      Duration failingFor = Duration.ofMillis(random.nextLong(600_000));
      Duration retryAfter = Duration.ofMillis(random.nextLong(120_000));

      Duration wait = STANDARD.next(failingFor, random.nextDouble(), Optional.of(retryAfter));

      assertThat(wait)
          .as("failing for %s, asked to wait %s", failingFor, retryAfter)
          .isGreaterThanOrEqualTo(retryAfter)
          .isLessThanOrEqualTo(retryAfter.compareTo(LONGEST) > 0 ? retryAfter : LONGEST);
    }
  }

  @Test
  void aLongerOutageNeverShortensTheCooldown() {
    Random random = new Random(20_260_305);

    for (int i = 0; i < 20_000; i++) {
      double jitter = random.nextDouble();
      Duration outage = Duration.ofMillis(random.nextLong(600_000));
      Duration longerOutage = outage.plusMillis(random.nextLong(600_000));

      Duration wait = STANDARD.next(longerOutage, jitter, Optional.empty());

      assertThat(wait)
          .as("failing for %s rather than %s", longerOutage, outage)
          .isGreaterThanOrEqualTo(STANDARD.next(outage, jitter, Optional.empty()));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.0001, 1, Double.NaN})
  void aJitterIsAtLeastZeroAndBelowOne(double jitter) {
    assertThatThrownBy(() -> STANDARD.next(LONGEST, jitter, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("jitter must be 0 to below 1, not " + jitter);
  }

  @ParameterizedTest
  @CsvSource({"PT0S, PT1S", "PT-1S, PT1S", "PT1.001S, PT1S"})
  void theBoundsOfACooldownAreInOrder(Duration shortest, Duration longest) {
    assertThatThrownBy(() -> Cooldown.between(shortest, longest))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a cooldown needs 0 < shortest <= longest, not " + shortest + ", " + longest);
  }

  @Test
  void theStandardCooldownIsTheDesigns() {
    assertThat(Cooldown.standard()).isEqualTo(Cooldown.between(SHORTEST, LONGEST));
  }

  @Test
  void bothBoundsMayBeTheSame() {
    assertThatCode(() -> Cooldown.between(SHORTEST, SHORTEST)).doesNotThrowAnyException();
  }
}
