package dev.partnerauth.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.AsyncPartnerAuth;
import dev.partnerauth.PartnerAuth;
import dev.partnerauth.app.BackendApp;
import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.failure.AdministratorFailure.InvalidCredentials;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.CallerFailure.ServiceTokenRefused;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.ForeignText;
import dev.partnerauth.failure.ProtocolFailure.Unforeseen;
import dev.partnerauth.failure.TransientFailure.Unavailable;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.RenewalTrouble;
import dev.partnerauth.port.TokenCache;
import dev.partnerauth.port.Tokens;
import dev.partnerauth.token.Lifetime;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.ServiceTokenRequest;
import dev.partnerauth.token.TokenKey.ForScopedAccessToken;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresAreRememberedAsFarAsTheyReachTest {

  private static final Budget BUDGET = Budget.of(Duration.ofSeconds(15));
  private static final AuthFailure DOWN =
      new Unavailable(Facts.answered(Endpoint.ACCESS_TOKEN, 503));
  private static final AuthFailure SERVICE_DOWN =
      new Unavailable(Facts.answered(Endpoint.SERVICE_TOKEN, 503));
  private static final AuthFailure REFUSED =
      new InvalidCredentials(Facts.answered(Endpoint.ACCESS_TOKEN, 401));
  private static final int SENT_AT_FIRST = 16;
  private static final ForeignText NO_TEXT = ForeignText.of("", List.of());

  private final Simulation simulation = new Simulation(5);
  private final SimulatedLoader loader = new SimulatedLoader(simulation);
  private final TokenCache cache = CaffeineTokenCache.builder().idle(Duration.ofDays(1)).build();
  private final Tokens<ForScopedAccessToken, ScopedAccessToken> tokens =
      cache.tokens(loader, simulation.runtime());
  private final SimulatedApi api = new SimulatedApi(simulation);
  private final ForScopedAccessToken key = SimulatedLoader.key("service");
  private final ForScopedAccessToken other = SimulatedLoader.key("another service token");

  @Test
  void whoHasAnAccessTokenGetsServiceTokensWhileOthersGetNoAccessToken() {
    AsyncPartnerAuth without = auth("without");
    AsyncPartnerAuth with = auth("with");
    var unused = simulation.awaited(with.accessToken());
    api.accessTokenFailure = Optional.of(silencedFor(Duration.ofMinutes(10)));

    List<Either<AuthFailure, ServiceToken>> answers =
        List.of(serviceToken(without, "1"), serviceToken(with, "2"));

    assertThat(answers.stream().map(Either::isRight).toList()).isEqualTo(List.of(false, true));
  }

  @Test
  void whatAServerAskedForDoesNotBeginAgainWithARequestThatWasNotSent() {
    AsyncPartnerAuth auth = auth("app");
    api.accessTokenFailure = Optional.of(silencedFor(Duration.ofMinutes(10)));
    var unused = simulation.awaited(auth.accessToken());
    simulation.advance(Duration.ofSeconds(590));
    Either<AuthFailure, ServiceToken> before = serviceToken(auth, "1");
    api.accessTokenFailure = Optional.empty();
    simulation.advance(Duration.ofSeconds(15));

    Either<AuthFailure, ServiceToken> after = serviceToken(auth, "2");

    assertThat(List.of(before.isRight(), after.isRight())).isEqualTo(List.of(false, true));
  }

  @Test
  void aProbeThatTaughtNothingIsGivenBack() {
    loader.failure = Optional.of(silencedFor(Duration.ofHours(1)));
    Either<AuthFailure, ScopedAccessToken> silenced = ask(key);
    simulation.advance(Duration.ofHours(1));
    loader.failure = Optional.of(new Unforeseen(NO_TEXT, Facts.local(Endpoint.ACCESS_TOKEN)));
    Either<AuthFailure, ScopedAccessToken> unforeseen = ask(key);
    loader.failure = Optional.empty();
    simulation.advance(Duration.ofMinutes(2));

    Either<AuthFailure, ScopedAccessToken> answer = ask(other);

    assertThat(List.of(silenced.isRight(), unforeseen.isRight(), answer.isRight()))
        .isEqualTo(List.of(false, false, true));
  }

  @Test
  void requestsThatAreRefusedHereKeepNobodyFromProbing() {
    AsyncPartnerAuth auth = auth("app");
    api.serviceTokenFailure = Optional.of(SERVICE_DOWN);
    List<Either<AuthFailure, ServiceToken>> down = new ArrayList<>();
    for (int second = 0; second < 600; second++) {
      down.add(serviceToken(auth, "1"));
      simulation.advance(Duration.ofSeconds(1));
    }
    api.serviceTokenFailure = Optional.empty();

    for (int round = 0; round < 1_000; round++) {
      var unused = auth.serviceToken(invalid());
      simulation.advance(Duration.ofMillis(100));
    }
    Either<AuthFailure, ServiceToken> answer = serviceToken(auth, "1");

    assertThat(down).containsOnly(Either.left(SERVICE_DOWN));
    assertThat(answer.isRight()).isTrue();
  }

  @Test
  void oneKeyThatTheServerNeverManagesDoesNotPassForAnOutageForLong() {
    loader.latency = Duration.ofMillis(20);
    RiggedLoader rigged = new RiggedLoader(loader);
    rigged.loading =
        (asked, budget) ->
            loader
                .load(asked, budget)
                .thenApply(outcome -> asked.equals(key) ? Either.left(DOWN) : outcome);
    Tokens<ForScopedAccessToken, ScopedAccessToken> troubled =
        CaffeineTokenCache.standard().tokens(rigged, simulation.runtime());

    List<Either<AuthFailure, ScopedAccessToken>> failed = new ArrayList<>();
    for (int round = 0; round < 6_000; round++) {
      var unused = troubled.getAsync(key, Duration.ZERO, BUDGET);
      simulation.advance(Duration.ofMillis(10));
      if (round % 10 == 7) {
        Either<AuthFailure, ScopedAccessToken> answer =
            simulation.awaited(
                troubled.getAsync(SimulatedLoader.key("service-" + round), Duration.ZERO, BUDGET));
        if (answer.isLeft()) {
          failed.add(answer);
        }
      }
    }

    assertThat(failed).hasSizeLessThan(10);
  }

  @Test
  void aThousandRejectionsTogetherDoNotSendAThousandRefusedRequests() {
    List<ForScopedAccessToken> keys =
        IntStream.range(0, 1_000)
            .mapToObj(number -> SimulatedLoader.key("service-" + number))
            .toList();
    keys.forEach(this::read);
    simulation.advance(Duration.ofMinutes(1));
    loader.requests.clear();
    loader.failure = Optional.of(REFUSED);

    keys.forEach(
        rejecting -> {
          tokens.reject(rejecting, tokens.standing(rejecting).token().orElseThrow());
          read(rejecting);
          simulation.advance(Duration.ofMillis(1));
        });
    simulation.advance(Duration.ofSeconds(1));

    // What goes before the first refusal, and a probe now and then.
    assertThat(loader.requests).hasSizeLessThan(SENT_AT_FIRST + 10);
  }

  @Test
  void aRefusalOfHoursAgoIsNotHeldAgainstAKey() {
    loader.failure =
        Optional.of(new ServiceTokenRefused(NO_TEXT, Facts.answered(Endpoint.ACCESS_TOKEN, 400)));
    Either<AuthFailure, ScopedAccessToken> first = ask(key);
    simulation.advance(Duration.ofHours(5));

    Either<AuthFailure, ScopedAccessToken> second = ask(key);
    loader.failure = Optional.empty();
    simulation.advance(Duration.ofSeconds(2));

    assertThat(List.of(first.isRight(), second.isRight(), ask(key).isRight()))
        .isEqualTo(List.of(false, false, true));
  }

  @Test
  void anOutageOfHoursAgoIsNotHeldAgainstAnEndpoint() {
    loader.failure = Optional.of(DOWN);
    Either<AuthFailure, ScopedAccessToken> first = ask(key);
    simulation.advance(Duration.ofHours(5));

    Either<AuthFailure, ScopedAccessToken> second = ask(other);
    loader.failure = Optional.empty();
    simulation.advance(Duration.ofSeconds(2));

    assertThat(List.of(first.isRight(), second.isRight(), ask(key).isRight()))
        .isEqualTo(List.of(false, false, true));
  }

  /** For whatever the draws of its pauses, which sixty seeds stand for. */
  @Test
  void aServerThatWasAwayForThreeSecondsIsFoundBackWithinHalfASecond() {
    assertThat(LongStream.range(0, 60).filter(seed -> !isFoundBackInTime(seed))).isEmpty();
  }

  private boolean isFoundBackInTime(long seed) {
    Simulation briefOutage = new Simulation(seed);
    SimulatedLoader server = new SimulatedLoader(briefOutage);
    server.latency = Duration.ZERO;
    server.failure = Optional.of(DOWN);
    Tokens<ForScopedAccessToken, ScopedAccessToken> asked =
        CaffeineTokenCache.standard().tokens(server, briefOutage.runtime());
    readFor(Duration.ofSeconds(3), asked, briefOutage);
    server.failure = Optional.empty();
    readFor(Duration.ofMillis(500), asked, briefOutage);
    return asked.standing(key).token().isPresent();
  }

  private void readFor(
      Duration duration, Tokens<ForScopedAccessToken, ScopedAccessToken> asked, Simulation time) {
    for (long passed = 0; passed < duration.toMillis(); passed += 25) {
      var unused = asked.getAsync(key, Duration.ZERO, BUDGET);
      time.advance(Duration.ofMillis(25));
    }
  }

  @Test
  void theRenewalOfALiveTokenGoesOnWithinASecondOnceAnotherKeySucceeded() {
    loader.lifetime = Duration.ofHours(1);
    Either<AuthFailure, ScopedAccessToken> live = ask(key);
    simulation.advance(Duration.ofMinutes(54));
    Duration latency = loader.latency;
    loader.latency = Duration.ofSeconds(40);
    read(SimulatedLoader.key("a slow one"));
    loader.latency = latency;
    loader.failure = Optional.of(silencedFor(Duration.ofMinutes(4)));
    Either<AuthFailure, ScopedAccessToken> silenced = ask(other);
    readFor(Duration.ofSeconds(39));
    Optional<RenewalTrouble> before = tokens.standing(key).trouble();
    loader.failure = Optional.empty();
    simulation.advance(Duration.ofSeconds(1));

    readFor(Duration.ofSeconds(1));

    assertThat(List.of(silenced.isRight(), before.isPresent())).isEqualTo(List.of(false, true));
    assertThat(tokens.standing(key).token()).isPresent().isNotEqualTo(Optional.of(live.get()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 60, 200, 360})
  void theRenewalOfALiveTokenGoesOnWithinTwoSecondsOfNewCredentials(int secondsOfRefusals) {
    loader.lifetime = Duration.ofHours(2);
    Either<AuthFailure, ScopedAccessToken> live = ask(key);
    simulation.advance(Duration.ofMinutes(109));
    loader.failure = Optional.of(REFUSED);
    readFor(Duration.ofSeconds(secondsOfRefusals));
    Optional<RenewalTrouble> before = tokens.standing(key).trouble();
    loader.present(SimulatedLoader.anotherSecret());
    loader.failure = Optional.empty();

    readFor(Duration.ofSeconds(2));

    assertThat(before).isPresent();
    assertThat(tokens.standing(key).token()).isPresent().isNotEqualTo(Optional.of(live.get()));
  }

  private static AuthFailure silencedFor(Duration duration) {
    return new Unavailable(Facts.answered(Endpoint.ACCESS_TOKEN, 503).retryAfter(duration));
  }

  private AsyncPartnerAuth auth(String clientId) {
    return PartnerAuth.of(api, BackendApp.of(clientId, "secret").get(), cache, simulation.runtime())
        .async();
  }

  private Either<AuthFailure, ServiceToken> serviceToken(AsyncPartnerAuth auth, String interview) {
    return simulation.awaited(
        auth.serviceToken(
            ServiceTokenRequest.forInterview(
                new InterviewId(interview), Lifetime.of(Duration.ofHours(1)))));
  }

  /** For a time that has passed already. */
  private ServiceTokenRequest invalid() {
    return ServiceTokenRequest.forInterview(
        new InterviewId("invalid"), Lifetime.until(simulation.now().minus(Duration.ofDays(1))));
  }

  private Either<AuthFailure, ScopedAccessToken> ask(ForScopedAccessToken asked) {
    return simulation.awaited(tokens.getAsync(asked, Duration.ZERO, BUDGET));
  }

  private void read(ForScopedAccessToken asked) {
    var unused = tokens.getAsync(asked, Duration.ZERO, BUDGET);
  }

  private void readFor(Duration duration) {
    for (long passed = 0; passed < duration.toMillis(); passed += 100) {
      read(key);
      simulation.advance(Duration.ofMillis(100));
    }
  }
}
