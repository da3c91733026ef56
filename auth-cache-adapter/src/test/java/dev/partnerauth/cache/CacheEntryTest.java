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
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CacheEntryTest {

  private static final RefreshPolicy POLICY = RefreshPolicy.standard();
  private static final Duration HOUR = Duration.ofHours(1);

  @ParameterizedTest
  @ValueSource(longs = {0, Long.MAX_VALUE, Long.MIN_VALUE, -1, Long.MAX_VALUE - 5_000_000_000L})
  void atEveryAgeItIsServedOnForAsLongAsThePolicySaysWhereverTheClockStands(long bornNanos) {
    Random random = new Random(bornNanos);
    for (int draw = 0; draw < 10_000; draw++) {
      Duration lifetime = Duration.ofMillis(1 + (long) (Math.pow(random.nextDouble(), 6) * 4e10));
      double jitter = random.nextDouble();
      Duration age = Duration.ofMillis((long) (lifetime.toMillis() * random.nextDouble() * 1.1));
      CacheEntry<ScopedAccessToken> kept =
          CacheEntry.of(token(), lifetime, bornNanos, POLICY, jitter);

      long nanos = bornNanos + age.toNanos();

      assertThat(kept.servedOnAt(nanos)).isEqualTo(POLICY.servedFor(lifetime).minus(age));
    }
  }

  @Test
  void aClockThatRunsBackwardsDoesNotKillIt() {
    CacheEntry<ScopedAccessToken> kept = CacheEntry.of(token(), HOUR, 0, POLICY, 0.5);
    Duration day = Duration.ofDays(1);

    assertThat(kept.servedOnAt(-day.toNanos())).isEqualTo(POLICY.servedFor(HOUR).plus(day));
  }

  @Test
  void nothingIsNeverServed() {
    assertThat(CacheEntry.none().token()).isEmpty();
    assertThat(
            LongStream.of(Long.MIN_VALUE, 0, Long.MAX_VALUE)
                .mapToObj(CacheEntry.none()::servedOnAt))
        .containsOnly(Duration.ZERO);
  }

  @Test
  void aTokenOfCenturiesOverflowsNothing() {
    CacheEntry<ScopedAccessToken> kept =
        CacheEntry.of(token(), Duration.ofDays(365_000), Long.MAX_VALUE, POLICY, 0.5);

    assertThat(kept.servedOnAt(Long.MAX_VALUE + HOUR.toNanos())).isPositive();
  }

  @Test
  void itPrintsWithoutTheTokensText() {
    assertThat(CacheEntry.of(token(), HOUR, 0, POLICY, 0.5).toString())
        .startsWith("CacheEntry[ScopedAccessToken[sha256:")
        .doesNotContain("the-secret-text");
  }

  private static ScopedAccessToken token() {
    return ScopedAccessToken.of(
            "the-secret-text", TokenTimes.lasting(HOUR, Instant.EPOCH), List.of(), Optional.empty())
        .get();
  }
}
