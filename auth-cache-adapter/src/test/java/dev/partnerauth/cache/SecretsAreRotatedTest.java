package dev.partnerauth.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.failure.AdministratorFailure.InvalidCredentials;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.Tokens;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.TokenKey.ForScopedAccessToken;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecretsAreRotatedTest {

  private static final Budget BUDGET = Budget.of(Duration.ofSeconds(15));
  private static final AuthFailure REFUSED =
      new InvalidCredentials(Facts.answered(Endpoint.ACCESS_TOKEN, 401));

  private final Simulation simulation = new Simulation(3);
  private final SimulatedLoader loader = new SimulatedLoader(simulation);
  private final Tokens<ForScopedAccessToken, ScopedAccessToken> tokens =
      CaffeineTokenCache.standard().tokens(loader, simulation.runtime());
  private final ForScopedAccessToken key = SimulatedLoader.key("service");

  @Test
  void whileATokenLivesNoReadFailsAndTheNewSecretIsUsedAtTheNextAttempt() {
    loader.lifetime = Duration.ofMinutes(10);
    Either<AuthFailure, ScopedAccessToken> first = ask();
    Set<Either<AuthFailure, ScopedAccessToken>> seen = new HashSet<>();

    simulation.advance(Duration.ofMinutes(9));
    loader.failure = Optional.of(REFUSED);
    readFor(Duration.ofSeconds(20), seen);
    loader.present(SimulatedLoader.anotherSecret());
    loader.failure = Optional.empty();
    readFor(Duration.ofSeconds(9), seen);

    assertThat(seen).hasSize(2).contains(first).allMatch(Either::isRight);
  }

  @Test
  void aRefusalHoldsUpTheWholeAppUntilTheSecretChanges() {
    loader.failure = Optional.of(REFUSED);
    Either<AuthFailure, ScopedAccessToken> refused = ask();
    Either<AuthFailure, ScopedAccessToken> remembered =
        ask(SimulatedLoader.key("another service token"));
    int requestsBefore = loader.requests.size();

    loader.present(SimulatedLoader.anotherSecret());
    loader.failure = Optional.empty();
    Either<AuthFailure, ScopedAccessToken> granted = ask();

    assertThat(requestsBefore).isEqualTo(1);
    assertThat(refused).isEqualTo(remembered).isEqualTo(Either.left(REFUSED));
    assertThat(granted.isRight()).isTrue();
  }

  @Test
  void credentialsThatCannotBeToldCostNoReaderItsToken() {
    loader.lifetime = Duration.ofMinutes(10);
    Either<AuthFailure, ScopedAccessToken> first = ask();
    simulation.advance(Duration.ofMinutes(9).plusSeconds(15));
    loader.failure = Optional.of(REFUSED);
    Either<AuthFailure, ScopedAccessToken> atRenewal = ask();

    List<Throwable> told = new ArrayList<>();
    Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> told.add(thrown));

    loader.cannotTellItsCredentials();
    simulation.advance(Duration.ofSeconds(10));
    Either<AuthFailure, ScopedAccessToken> after = ask();
    Thread.currentThread().setUncaughtExceptionHandler(null);

    assertThat(List.of(atRenewal, after)).containsOnly(first);
    assertThat(told).isNotEmpty().hasOnlyElementsOfType(IllegalStateException.class);
  }

  private void readFor(Duration duration, Set<Either<AuthFailure, ScopedAccessToken>> seen) {
    for (long passed = 0; passed < duration.toMillis(); passed += 100) {
      simulation.advance(Duration.ofMillis(100));
      seen.add(now(key));
    }
  }

  private Either<AuthFailure, ScopedAccessToken> ask() {
    return ask(key);
  }

  private Either<AuthFailure, ScopedAccessToken> ask(ForScopedAccessToken asked) {
    var answer = tokens.getAsync(asked, Duration.ZERO, BUDGET).toCompletableFuture();
    simulation.advance(loader.latency);
    return answer.join();
  }

  /** An answer that is not there at once fails the test. */
  private Either<AuthFailure, ScopedAccessToken> now(ForScopedAccessToken asked) {
    return Optional.ofNullable(
            tokens.getAsync(asked, Duration.ZERO, BUDGET).toCompletableFuture().getNow(null))
        .orElseThrow();
  }
}
