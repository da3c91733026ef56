package dev.partnerauth.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.CallerFailure.ServiceTokenRefused;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.ForeignText;
import dev.partnerauth.failure.Phase;
import dev.partnerauth.failure.ProtocolFailure.RejectedTokenReissued;
import dev.partnerauth.failure.TransientFailure.TimedOut;
import dev.partnerauth.failure.TransientFailure.Unavailable;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.Tokens;
import dev.partnerauth.refresh.Cooldown;
import dev.partnerauth.refresh.RefreshPolicy;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.TokenKey.ForScopedAccessToken;
import dev.partnerauth.token.TokenTimes;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the settings say is how the cache goes about it. */
class AnotherPaceTest {

  private static final Duration MOMENT = Duration.ofMillis(1);
  private static final Budget PATIENT = Budget.of(Duration.ofMinutes(10));
  private static final CacheSettings STANDARD = CacheSettings.standard();

  private final Simulation simulation = new Simulation(5);
  private final SimulatedLoader server = new SimulatedLoader(simulation);
  private final RiggedLoader loader = new RiggedLoader(server);
  private final ForScopedAccessToken key = SimulatedLoader.key("service");
  private final List<Budget> budgets = new ArrayList<>();

  @Test
  void renewalBeginsWithinTheWindowOfThePolicy() {
    server.latency = Duration.ZERO;
    server.lifetime = Duration.ofHours(10);
    var tokens = tokens(STANDARD.refreshPolicy(RefreshPolicy.standard().renewalBetween(0.5, 0.6)));
    ask(tokens, key);
    simulation.advance(Duration.ofMinutes(299));
    ask(tokens, key);
    int before = server.requests.size();

    simulation.advance(Duration.ofMinutes(61));
    ask(tokens, key);

    assertThat(List.of(before, server.requests.size())).containsExactly(1, 2);
  }

  @Test
  void aFailureIsRememberedForTheShortestCooldownAtFirst() {
    server.latency = Duration.ZERO;
    server.failure = Optional.of(new Unavailable(Facts.answered(Endpoint.ACCESS_TOKEN, 503)));
    var tokens =
        tokens(STANDARD.cooldown(Cooldown.between(Duration.ofSeconds(1), Duration.ofMinutes(2))));
    ask(tokens, key);
    simulation.advance(Duration.ofSeconds(1).minus(MOMENT));
    ask(tokens, key);
    int before = server.requests.size();

    simulation.advance(MOMENT);
    ask(tokens, key);

    assertThat(List.of(before, server.requests.size())).containsExactly(1, 2);
  }

  @Test
  void aRequestIsGivenUpAfterAMinuteOfWhichTheLoaderIsToldNineTenths() {
    assertThat(givenUpAfter(STANDARD, Duration.ofMinutes(1)))
        .isEqualTo(new GivenUp(Duration.ofSeconds(54), false, timedOut()));
  }

  @Test
  void aRequestIsGivenUpAfterTheFlightLimitOfWhichTheLoaderIsToldNineTenths() {
    Duration limit = Duration.ofSeconds(5);

    assertThat(givenUpAfter(STANDARD.flightLimit(limit), limit))
        .isEqualTo(new GivenUp(Duration.ofMillis(4_500), false, timedOut()));
  }

  record GivenUp(
      Duration toldToTheLoader,
      boolean answeredBefore,
      Optional<Either<AuthFailure, ScopedAccessToken>> answer) {}

  private static Optional<Either<AuthFailure, ScopedAccessToken>> timedOut() {
    return Optional.of(
        Either.left(new TimedOut(Phase.WHOLE_CALL, Facts.unanswered(Endpoint.ACCESS_TOKEN))));
  }

  private GivenUp givenUpAfter(CacheSettings settings, Duration limit) {
    loader.loading =
        (asked, budget) -> {
          budgets.add(budget);
          return new CompletableFuture<>();
        };
    CompletableFuture<Either<AuthFailure, ScopedAccessToken>> waiter =
        tokens(settings).getAsync(key, Duration.ZERO, PATIENT).toCompletableFuture();
    simulation.advance(limit.minus(MOMENT));
    boolean before = waiter.isDone();
    simulation.advance(MOMENT);
    return new GivenUp(budgets.get(0).time(), before, Optional.ofNullable(waiter.getNow(null)));
  }

  @Test
  void ofAThousandRefusedKeysNoMoreAreRememberedThanTheSettingsAllow() {
    AuthFailure refused =
        new ServiceTokenRefused(
            ForeignText.of("", List.of()), Facts.answered(Endpoint.ACCESS_TOKEN, 400));
    loader.loading =
        (asked, budget) -> {
          budgets.add(budget);
          return CompletableFuture.completedFuture(Either.left(refused));
        };
    var tokens = tokens(STANDARD.remembered(10));
    List<ForScopedAccessToken> keys =
        IntStream.range(0, 1_000)
            .mapToObj(number -> SimulatedLoader.key("service-" + number))
            .toList();
    keys.forEach(refusedKey -> ask(tokens, refusedKey));
    budgets.clear();

    keys.forEach(refusedKey -> ask(tokens, refusedKey));

    assertThat(budgets).hasSizeBetween(990, 1_000);
  }

  @Test
  void ofThreeRejectedTokensNoMoreAreRememberedThanTheSettingsAllow() {
    List<ScopedAccessToken> rejected = IntStream.range(0, 3).mapToObj(this::token).toList();
    var tokens = tokens(STANDARD.remembered(2));
    for (ScopedAccessToken token : rejected) {
      issues(token);
      ask(tokens, key);
      tokens.reject(key, token);
    }

    issues(rejected.get(1));
    Either<AuthFailure, ScopedAccessToken> remembered = ask(tokens, key);
    simulation.advance(Duration.ofSeconds(1));
    issues(rejected.get(0));
    Either<AuthFailure, ScopedAccessToken> forgotten = ask(tokens, key);

    assertThat(List.of(remembered, forgotten))
        .containsExactly(
            Either.left(new RejectedTokenReissued(Facts.local(Endpoint.ACCESS_TOKEN))),
            Either.right(rejected.get(0)));
  }

  private void issues(ScopedAccessToken token) {
    loader.loading = (asked, budget) -> CompletableFuture.completedFuture(Either.right(token));
  }

  private ScopedAccessToken token(int number) {
    return ScopedAccessToken.of(
            "scoped-" + number,
            TokenTimes.lasting(Duration.ofHours(10), simulation.now()),
            List.of(),
            Optional.empty())
        .get();
  }

  private Tokens<ForScopedAccessToken, ScopedAccessToken> tokens(CacheSettings settings) {
    return CaffeineTokenCache.builder()
        .idle(Duration.ofDays(1))
        .settings(settings)
        .build()
        .tokens(loader, simulation.runtime());
  }

  private Either<AuthFailure, ScopedAccessToken> ask(
      Tokens<ForScopedAccessToken, ScopedAccessToken> tokens, ForScopedAccessToken asked) {
    var answer = tokens.getAsync(asked, Duration.ZERO, PATIENT).toCompletableFuture();
    simulation.advance(Duration.ZERO);
    return answer.join();
  }
}
