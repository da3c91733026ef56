package dev.partnerauth.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.refresh.RefreshPolicy;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.TokenTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CacheEntryTest {

  private static final RefreshPolicy POLICY = RefreshPolicy.standard();
  private static final Duration HOUR = Duration.ofHours(1);

  @ParameterizedTest
  @ValueSource(longs = {0, Long.MAX_VALUE, Long.MIN_VALUE, -1, Long.MAX_VALUE - 5_000_000_000L})
  void atEveryAgeItIsWhatThePolicySaysWhereverTheClockStands(long bornNanos) {
    Random random = new Random(bornNanos);
    for (int draw = 0; draw < 10_000; draw++) {
      Duration lifetime = Duration.ofMillis(1 + (long) (Math.pow(random.nextDouble(), 6) * 4e10));
      double jitter = random.nextDouble();
      Duration age = Duration.ofMillis((long) (lifetime.toMillis() * random.nextDouble() * 1.1));
      CacheEntry<ScopedAccessToken> kept =
          CacheEntry.of(token(), lifetime, bornNanos, POLICY, jitter);

      long nanos = bornNanos + age.toNanos();

      boolean renewed = age.compareTo(POLICY.renewedAfter(lifetime, jitter)) >= 0;
      boolean served = age.compareTo(POLICY.servedFor(lifetime)) < 0;
      assertThat(freshAndServed(kept, nanos)).isEqualTo(List.of(served && !renewed, served));
    }
  }

  @Test
  void aTokenThatWouldOnlyBeRenewedAfterItIsServedExpiresInstead() {
    RefreshPolicy late = POLICY.renewalBetween(0.95, 0.99).safetyMargin(HOUR).shortMargin(0.5);
    CacheEntry<ScopedAccessToken> kept =
        CacheEntry.of(token(), Duration.ofSeconds(10_000), 0, late, 0);

    assertThat(
            Stream.of(6_399, 6_400)
                .map(age -> freshAndServed(kept, Duration.ofSeconds(age).toNanos())))
        .containsExactly(List.of(true, true), List.of(false, false));
  }

  @Test
  void aClockThatRunsBackwardsDoesNotKillIt() {
    CacheEntry<ScopedAccessToken> kept = CacheEntry.of(token(), HOUR, 0, POLICY, 0.5);

    assertThat(freshAndServed(kept, -Duration.ofDays(1).toNanos())).isEqualTo(List.of(true, true));
  }

  @Test
  void nothingIsNeverServed() {
    assertThat(freshAndServed(CacheEntry.none(), 0)).isEqualTo(List.of(false, false));
    assertThat(CacheEntry.none().isServedAt(Long.MIN_VALUE)).isFalse();
    assertThat(CacheEntry.none().isFreshAt(Long.MAX_VALUE)).isFalse();
  }

  @Test
  void aTokenOfCenturiesOverflowsNothing() {
    CacheEntry<ScopedAccessToken> kept =
        CacheEntry.of(token(), Duration.ofDays(365_000), Long.MAX_VALUE, POLICY, 0.5);

    assertThat(freshAndServed(kept, Long.MAX_VALUE + HOUR.toNanos()))
        .isEqualTo(List.of(true, true));
  }

  @Test
  void itLastsWhileWhatRemainsIsEnough() {
    CacheEntry<ScopedAccessToken> kept = CacheEntry.of(token(), HOUR, 0, POLICY, 0.5);
    long half = HOUR.dividedBy(2).toNanos();
    Duration remaining = Duration.ofMinutes(30);

    assertThat(
            List.of(
                kept.lasts(remaining, half),
                kept.lasts(remaining.plusNanos(1), half),
                kept.lasts(Duration.ZERO, half)))
        .isEqualTo(List.of(true, false, true));
  }

  @Test
  void itPrintsWithoutTheTokensText() {
    assertThat(CacheEntry.of(token(), HOUR, 0, POLICY, 0.5).toString())
        .startsWith("CacheEntry[ScopedAccessToken[sha256:")
        .doesNotContain("the-secret-text");
  }

  private static List<Boolean> freshAndServed(CacheEntry<ScopedAccessToken> kept, long nanos) {
    return List.of(kept.isFreshAt(nanos), kept.isServedAt(nanos));
  }

  private static ScopedAccessToken token() {
    return ScopedAccessToken.of(
            "the-secret-text", TokenTimes.lasting(HOUR, Instant.EPOCH), List.of(), Optional.empty())
        .get();
  }
}
