package dev.partnerauth.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.Tokens;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.TokenKey.ForScopedAccessToken;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClocksTest {

  private static final Budget BUDGET = Budget.of(Duration.ofSeconds(15));

  private final Simulation simulation = new Simulation(5);
  private final SimulatedLoader loader = new SimulatedLoader(simulation);
  private final Tokens<ForScopedAccessToken, ScopedAccessToken> tokens =
      CaffeineTokenCache.standard().tokens(loader, simulation.runtime());
  private final ForScopedAccessToken key = SimulatedLoader.key("service");

  @ParameterizedTest
  @ValueSource(ints = {-3_600, -18, -5, -1})
  void noTokenIsServedPastItsExpiryWhenTheWallClockStepsBackDuringItsRequest(int seconds) {
    loader.latency = Duration.ofSeconds(10);
    loader.lifetime = Duration.ofSeconds(60);
    CompletableFuture<Either<AuthFailure, ScopedAccessToken>> first = asked();
    simulation.advance(Duration.ofSeconds(5));
    simulation.wallClockJumps(Duration.ofSeconds(seconds));
    ScopedAccessToken token = simulation.awaited(first).get();

    List<Duration> servedDead = new ArrayList<>();
    for (int second = 0; second < 120; second++) {
      simulation.advance(Duration.ofSeconds(1));
      boolean served =
          Optional.ofNullable(asked().getNow(null)).filter(Either.right(token)::equals).isPresent();
      if (served && simulation.passed().compareTo(Duration.ofSeconds(60)) >= 0) {
        servedDead.add(simulation.passed());
      }
    }

    assertThat(servedDead).isEmpty();
  }

  @Test
  void aLateAnswerDoesNotReplaceANewerToken() {
    loader.lifetime = Duration.ofMinutes(10);
    loader.latency = Duration.ofSeconds(70);
    var unused = asked();
    simulation.advance(Duration.ofSeconds(62));
    loader.latency = Duration.ofMillis(1);
    Either<AuthFailure, ScopedAccessToken> newer = simulation.awaited(asked());

    simulation.advance(Duration.ofSeconds(10));

    assertThat(simulation.awaited(asked())).isEqualTo(newer);
    assertThat(loader.requests).hasSize(2);
  }

  @Test
  void aLateAnswerIsKeptWhereThereIsNothingNewer() {
    loader.latency = Duration.ofSeconds(70);
    var unused = asked();

    simulation.advance(Duration.ofSeconds(71));

    assertThat(Optional.ofNullable(asked().getNow(null)).filter(Either::isRight)).isPresent();
  }

  private CompletableFuture<Either<AuthFailure, ScopedAccessToken>> asked() {
    return tokens.getAsync(key, Duration.ZERO, BUDGET).toCompletableFuture();
  }
}
