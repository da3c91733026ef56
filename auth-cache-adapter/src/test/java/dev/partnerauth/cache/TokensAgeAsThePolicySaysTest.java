package dev.partnerauth.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.port.Budget;
import dev.partnerauth.refresh.RefreshPolicy;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.TokenKey.ForScopedAccessToken;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On clocks that overflow after three seconds. */
class TokensAgeAsThePolicySaysTest {

  private static final RefreshPolicy POLICY = RefreshPolicy.standard();
  private static final Budget BUDGET = Budget.of(Duration.ofSeconds(15));

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void atEveryAgeATokenIsServedAndRenewedAsThePolicySays(long seed) {
    Random random = new Random(seed);
    for (int draw = 0; draw < 1_000; draw++) {
      Duration lifetime = Duration.ofMillis(1 + (long) (Math.pow(random.nextDouble(), 6) * 2.5e10));
      Duration age = Duration.ofMillis((long) (lifetime.toMillis() * random.nextDouble() * 1.1));
      double jitter = random.nextDouble();

      Seen seen = seen(POLICY, lifetime, age, jitter);

      assertThat(seen)
          .as("%s of %s, jitter %s", age, lifetime, jitter)
          .isEqualTo(
              new Seen(
                  age.compareTo(POLICY.servedFor(lifetime)) < 0,
                  age.compareTo(POLICY.renewedAfter(lifetime, jitter)) >= 0
                      || age.compareTo(POLICY.servedFor(lifetime)) >= 0));
    }
  }

  @Test
  void aTokenThatWouldOnlyBeRenewedAfterItIsServedExpiresInstead() {
    RefreshPolicy late =
        POLICY.renewalBetween(0.95, 0.99).safetyMargin(Duration.ofHours(1)).shortMargin(0.5);
    Duration lifetime = Duration.ofSeconds(10_000);

    List<Seen> seen =
        Stream.of(6_399, 6_400)
            .map(age -> seen(late, lifetime, Duration.ofSeconds(age), 0))
            .toList();

    assertThat(seen).containsExactly(new Seen(true, false), new Seen(false, true));
  }

  /** What a reader sees who comes at that age. */
  record Seen(boolean served, boolean anotherIsAskedFor) {}

  private static Seen seen(RefreshPolicy policy, Duration lifetime, Duration age, double jitter) {
    Simulation simulation = new Simulation(1);
    SimulatedLoader loader = new SimulatedLoader(simulation);
    loader.latency = Duration.ZERO;
    loader.lifetime = lifetime;
    ForScopedAccessToken key = SimulatedLoader.key("service");
    var tokens =
        CaffeineTokenCache.builder()
            .idle(Duration.ofDays(365))
            .settings(CacheSettings.standard().refreshPolicy(policy))
            .build()
            .tokens(loader, simulation.runtime().randomBy(() -> (long) (jitter * 0x1p53) << 11));
    var first = tokens.getAsync(key, Duration.ZERO, BUDGET).toCompletableFuture();
    simulation.advance(Duration.ZERO);
    simulation.advance(age);
    loader.latency = Duration.ofHours(1);

    var again = tokens.getAsync(key, Duration.ZERO, BUDGET).toCompletableFuture();
    Optional<Either<AuthFailure, ScopedAccessToken>> atOnce =
        Optional.ofNullable(again.getNow(null));
    simulation.settle();

    return new Seen(atOnce.equals(Optional.of(first.join())), loader.requests.size() == 2);
  }
}
