package dev.partnerauth.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.Tokens;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.TokenKey.ForScopedAccessToken;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlowRequestsHoldUpNoOtherTest {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Simulation simulation = new Simulation(5);
  private final SimulatedLoader loader = new SimulatedLoader(simulation);
  private final Tokens<ForScopedAccessToken, ScopedAccessToken> tokens =
      CaffeineTokenCache.standard().tokens(loader, simulation.runtime());

  @Test
  void sixteenSlowKeysDoNotStopTheOthers() {
    loader.latency = Duration.ofSeconds(50);
    List<CompletableFuture<Either<AuthFailure, ScopedAccessToken>>> slow = asked(16, "slow-");
    loader.latency = Duration.ofMillis(1);

    Either<AuthFailure, ScopedAccessToken> answer =
        simulation.awaited(asked(SimulatedLoader.key("service")));

    assertThat(answer.isRight()).isTrue();
    assertThat(slow).noneMatch(CompletableFuture::isDone);
  }

  @Test
  void twoHundredColdKeysAreAnsweredInTimeByAServerThatTakesFiveSeconds() {
    loader.latency = Duration.ofSeconds(5);

    List<CompletableFuture<Either<AuthFailure, ScopedAccessToken>>> answers =
        asked(200, "service-");
    simulation.advance(PATIENCE);

    assertThat(answers).allMatch(answer -> answer.isDone() && answer.join().isRight());
  }

  private List<CompletableFuture<Either<AuthFailure, ScopedAccessToken>>> asked(
      int keys, String prefix) {
    return IntStream.range(0, keys)
        .mapToObj(number -> asked(SimulatedLoader.key(prefix + number)))
        .toList();
  }

  private CompletableFuture<Either<AuthFailure, ScopedAccessToken>> asked(
      ForScopedAccessToken key) {
    return tokens.getAsync(key, Duration.ZERO, Budget.of(PATIENCE)).toCompletableFuture();
  }
}
