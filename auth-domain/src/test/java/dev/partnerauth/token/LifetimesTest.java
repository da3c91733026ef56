package dev.partnerauth.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.partnerauth.violation.Violation;
import dev.partnerauth.violation.Violation.ExpirationInThePast;
import dev.partnerauth.violation.Violation.ExpirationTooFar;
import dev.partnerauth.violation.Violation.Malformed;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LifetimesTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
  private static final Duration SMALLEST = Duration.ofSeconds(Long.MIN_VALUE);
  private static final Duration GREATEST = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);

  static Stream<Arguments> expirations() {
    Instant aBitAfterNoon = NOON.plusMillis(400);
    return Stream.of(
        arguments(Lifetime.of(Duration.ofHours(2)), NOON, "2026-03-01T14:00:00Z"),
        arguments(Lifetime.of(Duration.ofSeconds(1)), NOON, "2026-03-01T12:00:01Z"),
        arguments(Lifetime.of(Duration.ofMillis(1_999)), NOON, "2026-03-01T12:00:01Z"),
        arguments(Lifetime.of(Duration.ofMillis(600)), aBitAfterNoon, "2026-03-01T12:00:01Z"),
        arguments(Lifetime.oneYear(), NOON, "2027-03-01T12:00:00Z"),
        arguments(Lifetime.of(Duration.between(NOON, LATEST)), NOON, "9999-12-31T23:59:59Z"),
        arguments(Lifetime.until(NOON.plusSeconds(1)), NOON, "2026-03-01T12:00:01Z"),
        arguments(Lifetime.until(NOON.plusMillis(1_999)), NOON, "2026-03-01T12:00:01Z"),
        arguments(Lifetime.until(NOON.plusSeconds(1)), aBitAfterNoon, "2026-03-01T12:00:01Z"),
        arguments(Lifetime.until(LATEST), NOON, "9999-12-31T23:59:59Z"));
  }

  @ParameterizedTest
  @MethodSource("expirations")
  void aLifetimeEndsAtAWholeSecondRoundedDown(Lifetime lifetime, Instant now, Instant expiration) {
    assertThat(lifetime.expirationAt(now)).isEqualTo(Either.right(expiration));
  }

  static Stream<Arguments> pastExpirations() {
    Instant aBitAfterNoon = NOON.plusMillis(400);
    return Stream.of(
        arguments(Lifetime.until(NOON), NOON, NOON),
        arguments(Lifetime.until(NOON.minusSeconds(1)), NOON, NOON.minusSeconds(1)),
        arguments(Lifetime.until(NOON.plusMillis(999)), NOON, NOON),
        arguments(Lifetime.until(NOON.plusMillis(500)), aBitAfterNoon, NOON),
        arguments(Lifetime.until(Instant.MIN), NOON, Instant.MIN),
        arguments(Lifetime.of(Duration.ofMillis(999)), NOON, NOON),
        arguments(Lifetime.of(Duration.ofNanos(1)), NOON, NOON));
  }

  @ParameterizedTest
  @MethodSource("pastExpirations")
  void whatDoesNotEndAfterNowHasEnded(Lifetime lifetime, Instant now, Instant expiration) {
    assertThat(lifetime.expirationAt(now))
        .isEqualTo(Either.left(new ExpirationInThePast(expiration, now)));
  }

  static Stream<Arguments> durationsThatAreNotPositive() {
    return Stream.of(
        arguments(Duration.ZERO, "lies PT0S from now"),
        arguments(Duration.ofSeconds(-1), "lies PT-1S from now"),
        arguments(SMALLEST, "lies " + SMALLEST + " from now"));
  }

  @ParameterizedTest
  @MethodSource("durationsThatAreNotPositive")
  void aDurationMustBePositive(Duration duration, String problem) {
    assertThat(Lifetime.of(duration).expirationAt(NOON))
        .isEqualTo(Either.left(new Malformed("expirationTime", problem, "a positive duration")));
  }

  static Stream<Arguments> expirationsThatAreTooFar() {
    Duration oneNanoTooLong = Duration.between(NOON, LATEST).plusNanos(1);
    return Stream.of(
        arguments(Lifetime.of(oneNanoTooLong), oneNanoTooLong.toString()),
        arguments(Lifetime.of(GREATEST), GREATEST.toString()),
        arguments(Lifetime.until(LATEST.plusNanos(1)), "9999-12-31T23:59:59.000000001Z"),
        arguments(
            Lifetime.until(Instant.ofEpochSecond(1_607_803_932_000L)), "+52919-04-12T19:20:00Z"),
        arguments(Lifetime.until(Instant.MAX), Instant.MAX.toString()));
  }

  @ParameterizedTest
  @MethodSource("expirationsThatAreTooFar")
  void aYearBeyond9999IsAMistakeOfUnits(Lifetime lifetime, String expiration) {
    assertThat(lifetime.expirationAt(NOON))
        .isEqualTo(Either.left(new ExpirationTooFar(expiration, LATEST)));
  }

  /** The clock itself may be anywhere: the answer is a value all the same. */
  @Test
  void noLifetimeThrowsAtAnyMoment() {
    List<Lifetime> lifetimes =
        List.of(
            Lifetime.of(SMALLEST),
            Lifetime.of(Duration.ofNanos(1)),
            Lifetime.of(GREATEST),
            Lifetime.until(Instant.MIN),
            Lifetime.until(Instant.MAX));
    List<Instant> moments = List.of(Instant.MIN, Instant.EPOCH, LATEST, Instant.MAX);

    List<Either<Violation, Instant>> answers =
        lifetimes.stream()
            .flatMap(lifetime -> moments.stream().map(lifetime::expirationAt))
            .toList();

    assertThat(answers).hasSize(20).allMatch(Either::isLeft);
  }

  @Test
  void aYearIs365Days() {
    assertThat(Lifetime.oneYear()).isEqualTo(Lifetime.of(Duration.of(365, ChronoUnit.DAYS)));
  }
}
