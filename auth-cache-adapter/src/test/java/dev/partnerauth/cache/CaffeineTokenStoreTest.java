package dev.partnerauth.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.stats.ConcurrentStatsCounter;
import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.TokenCache;
import dev.partnerauth.port.Tokens;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.TokenKey.ForScopedAccessToken;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaffeineTokenStoreTest {

  private static final Budget BUDGET = Budget.of(Duration.ofSeconds(15));

  private final Simulation simulation = new Simulation(5);
  private final SimulatedLoader loader = new SimulatedLoader(simulation);
  private final List<ForScopedAccessToken> keys =
      IntStream.range(0, 2_000)
          .mapToObj(number -> SimulatedLoader.key("service-" + number))
          .toList();

  @Test
  void neverMoreTokensAreKeptThanItsSizeAllows() {
    Tokens<ForScopedAccessToken, ScopedAccessToken> tokens =
        tokens(CaffeineTokenCache.builder().maximumSize(100).build());

    keys.forEach(key -> ask(tokens, key));
    simulation.advance(Duration.ofMinutes(1));

    assertThat(kept(tokens)).isBetween(1L, 100L);
  }

  @Test
  void whatNobodyAsksForIsLetGoAndWhatIsReadStays() {
    Tokens<ForScopedAccessToken, ScopedAccessToken> tokens =
        tokens(CaffeineTokenCache.builder().idle(Duration.ofMinutes(10)).build());
    keys.forEach(key -> ask(tokens, key));

    IntStream.range(0, 12)
        .forEach(
            minute -> {
              simulation.advance(Duration.ofMinutes(1));
              ask(tokens, keys.get(0));
            });

    assertThat(keys.stream().filter(key -> tokens.standing(key).token().isPresent()).toList())
        .containsExactly(keys.get(0));
  }

  @Test
  void aPinnedTokenIsNeverIdle() {
    Tokens<ForScopedAccessToken, ScopedAccessToken> tokens =
        tokens(CaffeineTokenCache.builder().idle(Duration.ofMinutes(10)).build());
    var pinned = tokens.pinned(keys.get(0));
    CompletionStage<Either<AuthFailure, ScopedAccessToken>> asked = pinned.getAsync(BUDGET);
    simulation.advance(Duration.ofHours(1));

    CompletionStage<Either<AuthFailure, ScopedAccessToken>> again = pinned.getAsync(BUDGET);

    assertThat(again.toCompletableFuture().join()).isEqualTo(asked.toCompletableFuture().join());
    assertThat(loader.requests).hasSize(1);
  }

  @Test
  void caffeinesOwnRecorderCountsHitsAndMisses() {
    ConcurrentStatsCounter counter = new ConcurrentStatsCounter();
    Tokens<ForScopedAccessToken, ScopedAccessToken> tokens =
        tokens(CaffeineTokenCache.builder().statistics(() -> counter).build());

    ask(tokens, keys.get(0));
    simulation.advance(Duration.ofSeconds(1));
    tokens.get(keys.get(0), Duration.ZERO, BUDGET);
    tokens.get(keys.get(0), Duration.ZERO, BUDGET);

    assertThat(counter.snapshot().hitCount()).isEqualTo(2);
    assertThat(counter.snapshot().missCount()).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"0, PT1H", "-1, PT1H", "1, PT0S", "1, PT-1S"})
  void boundsAreAboveZero(long maximumSize, Duration idle) {
    assertThatThrownBy(
            () -> CaffeineTokenStore.of(maximumSize, idle, StatsCounter::disabledStatsCounter))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maximumSize and idle must be above zero, not " + maximumSize + ", " + idle);
  }

  private Tokens<ForScopedAccessToken, ScopedAccessToken> tokens(TokenCache cache) {
    return cache.tokens(loader, simulation.runtime());
  }

  private static CompletionStage<Either<AuthFailure, ScopedAccessToken>> ask(
      Tokens<ForScopedAccessToken, ScopedAccessToken> tokens, ForScopedAccessToken key) {
    return tokens.getAsync(key, Duration.ZERO, BUDGET);
  }

  private long kept(Tokens<ForScopedAccessToken, ScopedAccessToken> tokens) {
    return keys.stream().filter(key -> tokens.standing(key).token().isPresent()).count();
  }
}
