package dev.partnerauth.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.failure.AdministratorFailure.InvalidCredentials;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.CallerFailure.ServiceTokenRefused;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.ForeignText;
import dev.partnerauth.failure.TransientFailure.Unavailable;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.Tokens;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.TokenKey.ForScopedAccessToken;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole lives of a cache, drawn at random: reads, rejections, outages, refusals, slow answers and
 * clocks that jump, in any order. Whatever happens, the promises hold.
 */
class SeededLivesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final List<Duration> LIFETIMES =
      List.of(Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofHours(10));
  private static final List<Optional<AuthFailure>> WEATHER =
      List.of(
          Optional.empty(),
          Optional.empty(),
          Optional.of(new Unavailable(Facts.answered(Endpoint.ACCESS_TOKEN, 503))),
          Optional.of(new InvalidCredentials(Facts.answered(Endpoint.ACCESS_TOKEN, 401))),
          Optional.of(
              new ServiceTokenRefused(
                  ForeignText.of("", List.of()), Facts.answered(Endpoint.ACCESS_TOKEN, 400))));

  static IntStream seeds() {
    return IntStream.range(0, 400);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whateverHappensThePromisesHold(int seed) {
    Life life = new Life(seed);

    for (int step = 0; step < 300; step++) {
      life.step();
    }

    assertThat(life.brokenPromises()).isEmpty();
  }

  /** One cache with a server of its own. */
  private static final class Life {
    private final Simulation simulation;
    private final Random random;
    private final SimulatedLoader loader;
    private final Tokens<ForScopedAccessToken, ScopedAccessToken> tokens;
    private final List<ForScopedAccessToken> keys =
        IntStream.range(0, 4).mapToObj(number -> SimulatedLoader.key("service-" + number)).toList();
    private final Map<ForScopedAccessToken, ScopedAccessToken> lastSeen = new HashMap<>();
    private final Set<ScopedAccessToken> rejected = new HashSet<>();
    private final List<Wait> waits = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();

    private record Wait(
        ForScopedAccessToken key,
        Duration since,
        CompletableFuture<Either<AuthFailure, ScopedAccessToken>> answer) {}

    Life(int seed) {
      simulation = new Simulation(seed);
      random = simulation.random();
      loader = new SimulatedLoader(simulation);
      loader.lifetime = LIFETIMES.get(seed % LIFETIMES.size());
      tokens = CaffeineTokenCache.standard().tokens(loader, simulation.runtime());
    }

    void step() {
      ForScopedAccessToken key = keys.get(random.nextInt(keys.size()));
      switch (random.nextInt(10)) {
        case 0 -> loader.failure = WEATHER.get(random.nextInt(WEATHER.size()));
        case 1 ->
            loader.latency =
                Duration.ofMillis(List.of(1, 200, 4_000, 30_000).get(random.nextInt(4)));
        case 2 -> simulation.wallClockJumps(Duration.ofHours(random.nextInt(49) - 24));
        case 3 -> reject(key);
        case 4 -> simulation.advance(loader.lifetime.dividedBy(1 + random.nextInt(20)));
        case 5 -> simulation.advance(Duration.ofMillis(random.nextInt(1_000)));
        default -> read(key);
      }
      judgeWaits();
    }

    private void read(ForScopedAccessToken key) {
      boolean live = tokens.standing(key).token().isPresent();
      Wait wait =
          new Wait(
              key,
              simulation.passed(),
              tokens.getAsync(key, Duration.ZERO, Budget.of(PATIENCE)).toCompletableFuture());
      if (live && !wait.answer().isDone()) {
        broken.add("a reader waited although a token was live");
      }
      if (wait.answer().isDone()) {
        judge(wait, true);
      } else {
        waits.add(wait);
      }
    }

    private void reject(ForScopedAccessToken key) {
      Optional.ofNullable(lastSeen.get(key))
          .ifPresent(
              token -> {
                tokens.reject(key, token);
                rejected.add(token);
              });
    }

    private void judgeWaits() {
      simulation.settle();
      for (Wait wait : List.copyOf(waits)) {
        if (wait.answer().isDone()) {
          waits.remove(wait);
          judge(wait, false);
        } else if (simulation.passed().compareTo(wait.since().plus(PATIENCE)) > 0) {
          waits.remove(wait);
          broken.add("a waiter was not answered in time");
        }
      }
      if (loader.mostInTheAirForOneKey > 1) {
        broken.add("two requests were under way for one key");
      }
    }

    /** What was answered at once came from the cache: it must be alive, and nobody's reject. */
    private void judge(Wait wait, boolean atOnce) {
      wait.answer()
          .join()
          .peek(
              token -> {
                lastSeen.put(wait.key(), token);
                if (atOnce && simulation.passed().compareTo(loader.diesAt.get(token)) >= 0) {
                  broken.add("a dead token was served: " + token);
                }
                if (atOnce && rejected.contains(token)) {
                  broken.add("a rejected token was served: " + token);
                }
              });
    }

    List<String> brokenPromises() {
      loader.failure = Optional.empty();
      loader.latency = Duration.ofMillis(200);
      simulation.advance(Duration.ofMinutes(3));
      for (ForScopedAccessToken key : keys) {
        CompletableFuture<Either<AuthFailure, ScopedAccessToken>> answer =
            tokens.getAsync(key, Duration.ZERO, Budget.of(PATIENCE)).toCompletableFuture();
        simulation.advance(Duration.ofSeconds(1));
        if (!answer.isDone() || answer.join().isLeft()) {
          broken.add("a token was not to be had although the server was well: " + answer);
        }
      }
      return broken;
    }
  }
}
