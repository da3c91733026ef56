package dev.partnerauth.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RenewalTest {

  private static final RefreshPolicy STANDARD = RefreshPolicy.standard();
  private static final Duration LIFETIME = Duration.ofSeconds(10_000);
  private static final double JUST_BELOW_ONE = Math.nextDown(1.0);

  @Test
  void renewalBeginsBetweenThreeQuartersAndNineTenthsOfTheLifetime() {
    assertThat(
            Stream.of(0.0, 0.5, JUST_BELOW_ONE)
                .map(jitter -> STANDARD.renewedAfter(LIFETIME, jitter)))
        .containsExactly(
            Duration.ofSeconds(7_500), Duration.ofSeconds(8_250), Duration.ofSeconds(9_000));
  }

  @ParameterizedTest
  @CsvSource({
    "PT10H, PT9H59M30S",
    "PT50M, PT49M30S",
    "PT49M, PT48M30.6S",
    "PT100S, PT99S",
    "PT1S, PT0.99S",
    "PT0.05S, PT0.05S",
    "PT0S, PT0S"
  })
  void theMarginIsThirtySecondsOrOnePercentWhereThatIsLess(Duration lifetime, Duration served) {
    assertThat(STANDARD.servedFor(lifetime)).isEqualTo(served);
  }

  @Test
  void aTokenIsServedForAlmostItsLifetimeAndNeverLonger() {
    Random random = new Random(20_260_301);

    for (int i = 0; i < 20_000; i++) {
      Duration lifetime = Duration.ofMillis(random.nextLong(Duration.ofDays(500).toMillis()));

      Duration served = STANDARD.servedFor(lifetime);

      assertThat(served)
          .as("of %s", lifetime)
          .isBetween(Duration.ofMillis(lifetime.toMillis() * 99 / 100), lifetime);
    }
  }

  @Test
  void theDrawnMomentLiesWithinTheWindowWhateverTheLifetime() {
    Random random = new Random(20_260_302);

    for (int i = 0; i < 20_000; i++) {
      Duration lifetime = Duration.ofMillis(random.nextLong(Duration.ofDays(500).toMillis()));

      Duration renewed = STANDARD.renewedAfter(lifetime, random.nextDouble());

      assertThat(renewed)
          .as("of %s", lifetime)
          .isBetween(
              Duration.ofMillis(lifetime.toMillis() * 75 / 100),
              Duration.ofMillis(lifetime.toMillis() * 90 / 100 + 1));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.0001, 1, 1.5, Double.NaN, Double.POSITIVE_INFINITY})
  void aJitterIsAtLeastZeroAndBelowOne(double jitter) {
    assertThatThrownBy(() -> STANDARD.renewedAfter(LIFETIME, jitter))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("jitter must be 0 to below 1, not " + jitter);
  }

  @ParameterizedTest
  @CsvSource({"0, 0.5", "-0.1, 0.5", "0.5, 0.4", "0.5, 1", "NaN, 0.5", "0.5, NaN"})
  void renewalLiesWithinTheLifetime(double earliest, double latest) {
    assertThatThrownBy(() -> policy(earliest, latest, Duration.ZERO, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "renewal must lie within the lifetime: 0 < earliest <= latest < 1, not "
                + earliest
                + ", "
                + latest);
  }

  @Test
  void theSafetyMarginIsNotNegative() {
    assertThatThrownBy(() -> STANDARD.safetyMargin(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("safetyMargin must not be negative: PT-1S");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, Double.NaN})
  void theShortMarginIsAPartOfTheLifetime(double part) {
    assertThatThrownBy(() -> STANDARD.shortMargin(part))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("shortMargin must be 0 to below 1, not " + part);
  }

  @Test
  void thePoliciesAtTheEdgeArePolicies() {
    RefreshPolicy widest = policy(Double.MIN_VALUE, JUST_BELOW_ONE, Duration.ZERO, 0);
    RefreshPolicy narrowest = policy(0.5, 0.5, Duration.ofHours(2), JUST_BELOW_ONE);

    assertThat(List.of(widest.servedFor(LIFETIME), narrowest.servedFor(LIFETIME)))
        .isEqualTo(List.of(LIFETIME, LIFETIME.minusHours(2)));
  }

  @Test
  void theStandardPolicyIsTheDesigns() {
    assertThat(RefreshPolicy.standard())
        .isEqualTo(policy(0.75, 0.90, Duration.ofSeconds(30), 0.01));
  }

  private static RefreshPolicy policy(
      double earliest, double latest, Duration safetyMargin, double shortMargin) {
    return RefreshPolicy.standard()
        .renewalBetween(earliest, latest)
        .safetyMargin(safetyMargin)
        .shortMargin(shortMargin);
  }
}
