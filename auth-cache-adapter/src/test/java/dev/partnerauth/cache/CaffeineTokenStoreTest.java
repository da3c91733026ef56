package dev.partnerauth.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.stats.CacheStats;
import com.github.benmanes.caffeine.cache.stats.ConcurrentStatsCounter;
import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import dev.partnerauth.PartnerAuth;
import dev.partnerauth.app.BackendApp;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.TokenCache;
import dev.partnerauth.port.Tokens;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.TokenKey.ForScopedAccessToken;
import dev.partnerauth.token.TokenTimes;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
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
  void byItselfItLetsGoOfWhatNobodyAskedForDuringAnHour() {
    Tokens<ForScopedAccessToken, ScopedAccessToken> tokens = tokens(CaffeineTokenCache.standard());
    ask(tokens, keys.get(0));
    ask(tokens, keys.get(1));
    simulation.advance(Duration.ofMinutes(59));
    boolean before = tokens.standing(keys.get(0)).token().isPresent();

    simulation.advance(Duration.ofMinutes(2));

    assertThat(List.of(before, tokens.standing(keys.get(1)).token().isPresent()))
        .containsExactly(true, false);
  }

  @Test
  @Tag("long")
  void byItselfItKeepsAHundredThousandTokensAtMost() {
    RiggedLoader atOnce = new RiggedLoader(loader);
    ScopedAccessToken token =
        ScopedAccessToken.of(
                "scoped",
                TokenTimes.lasting(Duration.ofHours(10), simulation.now()),
                List.of(),
                Optional.empty())
            .get();
    atOnce.loading = (key, budget) -> CompletableFuture.completedFuture(Either.right(token));
    Tokens<ForScopedAccessToken, ScopedAccessToken> tokens =
        CaffeineTokenCache.standard()
            .tokens(
                atOnce,
                simulation.runtime().runningOn(Runnable::run).delayedBy((delay, task) -> () -> {}));
    List<ForScopedAccessToken> many =
        IntStream.range(0, 101_000)
            .mapToObj(number -> SimulatedLoader.key("service-" + number))
            .toList();

    many.forEach(key -> ask(tokens, key));

    assertThat(many.stream().filter(key -> tokens.standing(key).token().isPresent()).count())
        .isBetween(99_000L, 100_000L);
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

  @Test
  void whatIsPinnedIsReadWithoutLookingItUpSoItDoesNotCount() {
    ConcurrentStatsCounter counter = new ConcurrentStatsCounter();
    Tokens<ForScopedAccessToken, ScopedAccessToken> tokens =
        tokens(CaffeineTokenCache.builder().statistics(() -> counter).build());
    var pinned = tokens.pinned(keys.get(0));
    var unused = pinned.getAsync(BUDGET);
    simulation.advance(Duration.ofSeconds(1));
    CacheStats before = counter.snapshot();

    Either<AuthFailure, ScopedAccessToken> read = pinned.get(BUDGET);

    assertThat(List.of(read.isRight(), counter.snapshot())).containsExactly(true, before);
  }

  @Test
  void twoFacadesOverOneCacheKeepTheirTokensApart() {
    TokenCache shared = CaffeineTokenCache.standard();
    SimulatedApi api = new SimulatedApi(simulation);
    List<Either<AuthFailure, AccessToken>> read =
        Stream.generate(
                () ->
                    PartnerAuth.of(
                        api,
                        BackendApp.of("backend-key", "backend-secret").get(),
                        shared,
                        simulation.runtime()))
            .limit(2)
            .map(facade -> simulation.awaited(facade.async().accessToken()))
            .toList();

    assertThat(read).doesNotHaveDuplicates().allMatch(Either::isRight);
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
