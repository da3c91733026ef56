package dev.partnerauth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.NetworkFault;
import dev.partnerauth.failure.Phase;
import dev.partnerauth.failure.TransientFailure.Unavailable;
import dev.partnerauth.http.settings.CallSettings;
import dev.partnerauth.http.transport.AnswerTooLargeException;
import dev.partnerauth.http.transport.NetworkFaultException;
import dev.partnerauth.http.transport.TransportTimeoutException;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.Delays;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.Token;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailedRequestsAreSentAgainTest {

  private static final RandomGenerator SHORTEST = () -> 0;

  /** The last of the values that it may give. */
  private static final RandomGenerator LONGEST =
      new RandomGenerator() {
        @Override
        public long nextLong() {
          return -1;
        }

        @Override
        public long nextLong(long bound) {
          return bound - 1;
        }
      };

  private final SeveralAnswers server = new SeveralAnswers();
  private final PausesTakenAtOnce clock = new PausesTakenAtOnce();

  @Test
  void untilAnAnswerComes() {
    server.then(503).then(new NetworkFaultException(NetworkFault.CONNECTION_RESET)).thenAToken();

    var outcome = accessToken(CallSettings.standard(), SHORTEST);

    assertThat(List.of(outcome.map(Token::reveal), server.requests()))
        .isEqualTo(List.of(Either.right("{{generalAccessToken}}"), 3));
  }

  @Test
  void numberedForWhoeverWatches() {
    server.then(503).then(503).thenAToken();

    accessToken(CallSettings.standard(), SHORTEST);

    assertThat(server.resendCounts()).containsExactly(0, 1, 2);
  }

  @Test
  void threeTimesInAllAndThenTheFailureTellsOfItsTriesAndTime() {
    server.then(503);

    var outcome = accessToken(CallSettings.standard(), LONGEST);

    assertThat(List.of(outcome, server.requests()))
        .isEqualTo(
            List.of(
                Either.left(
                    new Unavailable(
                        Facts.answered(Endpoint.ACCESS_TOKEN, 503)
                            .tries(3)
                            .elapsed(Duration.ofMillis(300)))),
                3));
  }

  @Test
  void asOftenAsTheSettingsSay() {
    server.then(503);

    accessToken(CallSettings.standard().tries(2), SHORTEST);

    assertThat(server.requests()).isEqualTo(2);
  }

  @Test
  void neverWhereTheBudgetIsOneTry() {
    server.then(503).thenAToken();

    var outcome = call(CallSettings.standard(), SHORTEST, Budget.of(Duration.ofSeconds(15)).once());

    assertThat(outcome)
        .isEqualTo(Either.left(new Unavailable(Facts.answered(Endpoint.ACCESS_TOKEN, 503))));
  }

  @Test
  void afterPausesThatDoubleUpToTheLongest() {
    server.then(503);

    accessToken(
        CallSettings.standard()
            .tries(4)
            .extraTraffic(100)
            .firstPause(Duration.ofMillis(100))
            .longestPause(Duration.ofMillis(300)),
        LONGEST);

    assertThat(clock.pauses()).isEqualTo(millis(100, 200, 300));
  }

  @Test
  void afterPausesThatAreWhollyLeftToChance() {
    server.then(503);

    accessToken(CallSettings.standard(), SHORTEST);

    assertThat(clock.pauses()).isEqualTo(millis(0, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "Tue, 01 Jul 2025 12:00:02 GMT"})
  void notBeforeTheServerWishes(String retryAfter) {
    server.then(429, Map.of("Retry-After", List.of(retryAfter)), "").thenAToken();

    var outcome = accessToken(CallSettings.standard(), SHORTEST);

    Duration wish = retryAfter.equals("2") ? Duration.ofSeconds(2) : Duration.ofMillis(1750);
    assertThat(List.of(outcome.isRight(), clock.pauses())).isEqualTo(List.of(true, List.of(wish)));
  }

  @Test
  void notAtAllWhereTheServerWishesMoreTimeThanThereIs() {
    server.then(503, Map.of("Retry-After", List.of("15")), "").thenAToken();

    var outcome = accessToken(CallSettings.standard(), SHORTEST);

    assertThat(List.of(outcome, clock.pauses()))
        .isEqualTo(
            List.of(
                Either.left(
                    new Unavailable(
                        Facts.answered(Endpoint.ACCESS_TOKEN, 503)
                            .retryAfter(Duration.ofSeconds(15)))),
                List.of()));
  }

  @Test
  void notAtAllWhereTheServerWouldTakeLongerThanThereIs() {
    server.thenAfter(() -> clock.pass(Duration.ofSeconds(8)), 503).thenAToken();

    var outcome = accessToken(CallSettings.standard(), SHORTEST);

    assertThat(outcome)
        .isEqualTo(
            Either.left(
                new Unavailable(
                    Facts.answered(Endpoint.ACCESS_TOKEN, 503).elapsed(Duration.ofSeconds(8)))));
  }

  @Test
  void withWhatIsLeftOfTheOneDeadline() {
    server.then(503, Map.of("Retry-After", List.of("5")), "");

    accessToken(CallSettings.standard(), SHORTEST);

    assertThat(server.deadlines())
        .containsExactly(Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 204, 302, 400, 401, 403, 404, 407, 418})
  void onlyWhereWaitingMayMendIt(int status) {
    server.then(status).thenAToken();

    accessToken(CallSettings.standard(), SHORTEST);

    assertThat(server.requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(NetworkFault.class)
  void afterFaultsOfTheNetworkThatMayPass(NetworkFault fault) {
    server.then(new NetworkFaultException(fault));

    var outcome = accessToken(CallSettings.standard(), SHORTEST);

    boolean mayPass =
        !List.of("TLS", "NOT_HTTP", "PROXY_REFUSED", "CLIENT_CLOSED").contains(fault.name());
    assertThat(List.of(outcome.getLeft().retryable(), server.requests()))
        .isEqualTo(List.of(mayPass, mayPass ? 3 : 1));
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void afterTimeRanOutInAnyPhase(Phase phase) {
    server.then(new TransportTimeoutException(phase)).thenAToken();

    var outcome = accessToken(CallSettings.standard(), SHORTEST);

    assertThat(outcome.map(Token::reveal)).containsExactly("{{generalAccessToken}}");
  }

  @Test
  void notOnceTheCallerHasCancelled() {
    server.then(503).thenAToken();
    List<Runnable> pausing = new ArrayList<>();
    Delays pauses =
        (pause, next) -> {
          pausing.add(next);
          return () -> {};
        };
    var api =
        HttpAuthenticationApi.of(BaseAddress.sandbox(), server, clock.runtime().delayedBy(pauses));
    var call = api.accessToken(Samples.aBackendApp(), Budget.of(Duration.ofSeconds(15)));

    boolean cancelled = call.toCompletableFuture().cancel(true);
    pausing.forEach(Runnable::run);

    assertThat(List.of(cancelled, pausing.size(), server.requests()))
        .isEqualTo(List.of(true, 1, 1));
  }

  @Test
  void butNotAfterAnAnswerThatIsTooLarge() {
    server.then(new AnswerTooLargeException(1)).thenAToken();

    accessToken(CallSettings.standard(), SHORTEST);

    assertThat(server.requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 20, 100})
  void byAllCallsTogetherInTheirShareOnly(int share) {
    server.then(503);
    HttpAuthenticationApi api = api(CallSettings.standard().extraTraffic(share), SHORTEST);

    IntStream.range(0, 1_000).forEach(index -> accessToken(api));

    assertThat(server.requests()).isEqualTo(1_000 + 10 * share);
  }

  @Test
  void forAtMostTenCallsThatWereSavedWhileAllWasWell() {
    Stream.generate(() -> 0).limit(1_000).forEach(index -> server.thenAToken());
    server.then(503);
    HttpAuthenticationApi api = api(CallSettings.standard(), SHORTEST);

    IntStream.range(0, 1_000).forEach(index -> accessToken(api));
    IntStream.range(0, 100).forEach(index -> accessToken(api));

    // Ten saved, and a fifth of the hundred, but for the first, which finds the savings full. What
    // a new client gets in advance is paid back.
    assertThat(server.requests() - 1_000).isEqualTo(100 + 10 + 19);
  }

  private Either<AuthFailure, AccessToken> accessToken(
      CallSettings settings, RandomGenerator random) {
    return call(settings, random, Budget.of(Duration.ofSeconds(15)));
  }

  private Either<AuthFailure, AccessToken> call(
      CallSettings settings, RandomGenerator random, Budget budget) {
    return Calls.outcome(api(settings, random).accessToken(Samples.aBackendApp(), budget));
  }

  private static Either<AuthFailure, AccessToken> accessToken(HttpAuthenticationApi api) {
    return Calls.outcome(api.accessToken(Samples.aBackendApp(), Budget.of(Duration.ofSeconds(15))));
  }

  private HttpAuthenticationApi api(CallSettings settings, RandomGenerator random) {
    return HttpAuthenticationApi.of(
        BaseAddress.sandbox(), server, settings, clock.runtime().randomBy(random));
  }

  private static List<Duration> millis(long... pauses) {
    return Arrays.stream(pauses).mapToObj(Duration::ofMillis).toList();
  }
}
