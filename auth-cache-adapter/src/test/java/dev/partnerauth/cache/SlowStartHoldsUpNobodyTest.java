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

class SlowStartHoldsUpNobodyTest {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Simulation simulation = new Simulation(5);
  private final SimulatedIssuer issuer = new SimulatedIssuer(simulation);
  private final Tokens<ForScopedAccessToken, ScopedAccessToken> tokens =
      CaffeineTokenCache.standard().tokens(issuer, simulation.runtime());

  @Test
  void sixteenSlowKeysDoNotStopTheOthers() {
    issuer.latency = Duration.ofSeconds(50);
    List<CompletableFuture<Either<AuthFailure, ScopedAccessToken>>> slow = asked(16, "slow-");
    issuer.latency = Duration.ofMillis(1);

    Either<AuthFailure, ScopedAccessToken> answer =
        simulation.awaited(asked(SimulatedIssuer.key("service")));

    assertThat(answer.isRight()).isTrue();
    assertThat(slow).noneMatch(CompletableFuture::isDone);
  }

  @Test
  void twoHundredColdKeysAreAnsweredInTimeByAServerThatTakesFiveSeconds() {
    issuer.latency = Duration.ofSeconds(5);

    List<CompletableFuture<Either<AuthFailure, ScopedAccessToken>>> answers =
        asked(200, "service-");
    simulation.advance(PATIENCE);

    assertThat(answers).allMatch(answer -> answer.isDone() && answer.join().isRight());
  }

  private List<CompletableFuture<Either<AuthFailure, ScopedAccessToken>>> asked(
      int keys, String prefix) {
    return IntStream.range(0, keys)
        .mapToObj(number -> asked(SimulatedIssuer.key(prefix + number)))
        .toList();
  }

  private CompletableFuture<Either<AuthFailure, ScopedAccessToken>> asked(
      ForScopedAccessToken key) {
    return tokens.getAsync(key, Duration.ZERO, Budget.of(PATIENCE)).toCompletableFuture();
  }
}
