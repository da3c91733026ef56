package dev.partnerauth.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.TransientFailure.Unavailable;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.Tokens;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.TokenKey.ForScopedAccessToken;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("long")
class OutagesAndManyKeysTest {

  private static final Budget BUDGET = Budget.of(Duration.ofSeconds(15));
  private static final Optional<AuthFailure> OUTAGE =
      Optional.of(new Unavailable(Facts.answered(Endpoint.ACCESS_TOKEN, 503)));

  private final Simulation simulation = new Simulation(7);
  private final SimulatedLoader loader = new SimulatedLoader(simulation);
  private final Tokens<ForScopedAccessToken, ScopedAccessToken> tokens =
      CaffeineTokenCache.builder()
          .idle(Duration.ofDays(1))
          .build()
          .tokens(loader, simulation.runtime());
  private final List<ForScopedAccessToken> keys =
      IntStream.range(0, 10_000)
          .mapToObj(number -> SimulatedLoader.key("service-" + number))
          .toList();

  @ParameterizedTest
  @ValueSource(ints = {1, 200, 2_000})
  void tenThousandColdKeysSendTensOfRequestsInAMinuteOfOutage(int latencyMillis) {
    loader.latency = Duration.ofMillis(latencyMillis);
    loader.failure = OUTAGE;

    IntStream.range(0, 60)
        .forEach(
            second -> {
              keys.forEach(this::ask);
              simulation.advance(Duration.ofSeconds(1));
            });

    assertThat(loader.requests).hasSizeLessThan(100);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 200, 2_000})
  void allOfThemRecoverWithinAMinuteOfItsEnd(int latencyMillis) {
    tenThousandColdKeysSendTensOfRequestsInAMinuteOfOutage(latencyMillis);
    loader.failure = Optional.empty();

    IntStream.range(0, 60)
        .forEach(
            second -> {
              keys.forEach(this::ask);
              simulation.advance(Duration.ofSeconds(1));
            });

    assertThat(keys.stream().filter(key -> tokens.standing(key).token().isEmpty())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 200, 2_000})
  void tenThousandTokensThatAreDueForRenewalSendTensOfRequestsToo(int latencyMillis) {
    keys.forEach(this::ask);
    simulation.advance(Duration.ofMinutes(1));
    simulation.advance(loader.lifetime.multipliedBy(92).dividedBy(100));
    loader.latency = Duration.ofMillis(latencyMillis);
    loader.failure = OUTAGE;
    loader.requests.clear();

    IntStream.range(0, 60)
        .forEach(
            second -> {
              keys.forEach(this::ask);
              simulation.advance(Duration.ofSeconds(1));
            });

    assertThat(loader.requests).hasSizeBetween(1, 99);
    assertThat(keys.stream().filter(key -> tokens.standing(key).token().isEmpty())).isEmpty();
  }

  private CompletionStage<Either<AuthFailure, ScopedAccessToken>> ask(ForScopedAccessToken key) {
    return tokens.getAsync(key, Duration.ZERO, BUDGET);
  }
}
