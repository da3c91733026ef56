package dev.partnerauth.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.app.BackendApp;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.TransientFailure.RateLimited;
import dev.partnerauth.port.RenewalTrouble;
import dev.partnerauth.port.Standing;
import dev.partnerauth.refresh.Cooldown;
import dev.partnerauth.testkit.contract.ScriptedLoader.Request;
import dev.partnerauth.testkit.settings.SeededApps;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.TokenKey.ForServiceToken;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The server refuses or is away: what lives is served, and nobody hammers at its door. */
abstract class FailingServers extends TokenCacheUnderTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final double LATEST_JITTER = 0.999_999;

  FailingServers(TokenCacheContract contract) {
    super(contract);
  }

  @Test
  void aLiveTokenIsServedThroughAnOutageAndItsStandingShowsTheTrouble() {
    ServiceToken token = granted(KEY);
    loader.follows(loader.refuses(UNAVAILABLE));
    time.advance(part(TEN_HOURS, 0.9));
    Instant began = time.now();

    read(KEY);
    Either<AuthFailure, ServiceToken> served = read(KEY);
    Standing<ServiceToken> standing = tokens.standing(KEY);

    Instant next = standing.trouble().map(RenewalTrouble::nextAttempt).orElse(Instant.MAX);
    assertThat(new Served(served, standing, !next.isAfter(began.plus(MINUTE))))
        .isEqualTo(
            new Served(
                Either.right(token),
                new Standing<>(
                    Optional.of(token), Optional.of(new RenewalTrouble(began, UNAVAILABLE, next))),
                true));
  }

  record Served(
      Either<AuthFailure, ServiceToken> answer,
      Standing<ServiceToken> standing,
      boolean nextAttemptWithinAMinute) {}

  @Test
  void standingIsWellAgainAfterTheOutage() {
    granted(KEY);
    loader.follows(loader.refuses(UNAVAILABLE));
    time.advance(part(TEN_HOURS, 0.9));
    read(KEY);
    loader.follows(loader.grants(TEN_HOURS));

    time.advance(MINUTE);
    read(KEY);

    assertThat(tokens.standing(KEY))
        .isEqualTo(new Standing<>(get(KEY).toJavaOptional(), Optional.empty()));
  }

  @Test
  void aFailingRenewalIsRetriedNoSoonerThanItsCooldownAndNotMuchLater() {
    Duration step = Duration.ofMillis(100);
    granted(KEY);
    loader.follows(loader.refuses(UNAVAILABLE));
    time.advance(part(TEN_HOURS, 0.9));

    readWhile(Duration.ofMinutes(10), step, KEY);

    assertThat(outOfPace(step)).isEmpty();
  }

  /** Nobody waits for a renewal: it may take twice the shortest cooldown at least. */
  private static Duration longer(Duration cooldown) {
    Duration twice = Cooldown.standard().shortest().multipliedBy(2);
    return cooldown.compareTo(twice) > 0 ? cooldown : twice;
  }

  /** Retries that came sooner than the shortest cooldown, or later than the longest. */
  private List<String> outOfPace(Duration step) {
    List<Instant> tries = loader.requests().stream().skip(1).map(Request::at).toList();
    List<String> outOfPace = new ArrayList<>();
    for (int next = 1; next < tries.size(); next++) {
      Duration failingFor = Duration.between(tries.get(0), tries.get(next - 1));
      Duration waited = Duration.between(tries.get(next - 1), tries.get(next));
      Duration shortest = Cooldown.standard().next(failingFor, LATEST_JITTER, Optional.empty());
      Duration longest =
          longer(Cooldown.standard().next(failingFor, 0, Optional.empty())).plus(step);
      if (waited.compareTo(shortest) < 0 || waited.compareTo(longest) > 0) {
        outOfPace.add("after failing for " + failingFor + " it waited " + waited);
      }
    }
    if (tries.size() < 2) {
      outOfPace.add("it never tried again");
    }
    return outOfPace;
  }

  @Test
  void aRetryAfterThatIsLongerThanTheCooldownIsKeptTo() {
    Duration wanted = Duration.ofMinutes(5);
    granted(KEY);
    loader.follows(
        loader.refuses(
            new RateLimited(Facts.answered(Endpoint.SERVICE_TOKEN, 429).retryAfter(wanted))));
    time.advance(part(TEN_HOURS, 0.9));
    read(KEY);

    readWhile(wanted.minus(SECOND), SECOND, KEY);
    int before = loader.count();
    readWhile(SECOND, SECOND, KEY);

    assertThat(List.of(before, loader.count())).containsExactly(2, 3);
  }

  @Test
  void refusedCredentialsFailFastForEveryKeyOfTheApp() {
    loader.follows(loader.refuses(BAD_CREDENTIALS));
    get(KEY);

    List<Either<AuthFailure, ServiceToken>> others =
        keys(1, 100).stream().map(this::get).distinct().toList();

    assertThat(new Refusals(others, loader.count()))
        .isEqualTo(new Refusals(List.of(Either.left(BAD_CREDENTIALS)), 1));
  }

  record Refusals(List<Either<AuthFailure, ServiceToken>> answers, int requests) {}

  @Test
  void refusedCredentialsAreTriedAgainWithinAMinute() {
    loader.follows(loader.refuses(BAD_CREDENTIALS));
    readWhile(Duration.ofMinutes(30), SECOND, KEY);
    int whileRefused = loader.count();
    loader.follows(loader.grants(TEN_HOURS));

    readWhile(MINUTE, SECOND, KEY);

    assertThat(List.of(get(KEY).isRight(), whileRefused < 100)).containsExactly(true, true);
  }

  @Test
  void changedCredentialsAreTriedAtOnce() {
    loader.follows(loader.refuses(BAD_CREDENTIALS));
    readWhile(Duration.ofMinutes(30), SECOND, KEY);
    loader.follows(loader.grants(TEN_HOURS));

    loader.presents(
        () -> List.of(BackendApp.of(SeededApps.backend().clientId().value(), "new-secret").get()));

    assertThat(List.of(get(KEY).isRight(), get(ScriptedLoader.key(1)).isRight()))
        .containsExactly(true, true);
  }

  @Test
  void credentialsThatCannotBeToldHarmNoReaderOfALivingToken() {
    ServiceToken token = granted(KEY);
    loader.follows(loader.refuses(BAD_CREDENTIALS));
    time.advance(part(TEN_HOURS, 0.9));
    read(KEY);
    loader.presents(
        () -> {
          throw new IllegalStateException("the vault is sealed");
        });

    time.advance(MINUTE);
    Either<AuthFailure, ServiceToken> atFirst = read(KEY);
    time.advance(MINUTE);

    assertThat(List.of(atFirst, read(KEY)))
        .containsExactly(Either.right(token), Either.right(token));
  }

  @Test
  void anOutageHoldsUpEveryKeyAndAllRecoverWithinAMinuteOfItsEnd() {
    List<ForServiceToken> keys = keys(0, 10_000);
    loader.follows(loader.refuses(UNAVAILABLE));

    for (int first = 0; first < keys.size(); first += 10) {
      readAll(keys.subList(first, first + 10));
      time.advance(Duration.ofMillis(60));
    }
    int duringTheOutage = loader.count();
    loader.follows(loader.grants(TEN_HOURS));
    List<ForServiceToken> lacking = keys;
    for (int second = 0; second <= MINUTE.toSeconds(); second++) {
      lacking = readAll(lacking);
      time.advance(SECOND);
    }

    assertThat(List.of(duringTheOutage < 100, lacking.size())).containsExactly(true, 0);
  }

  @Test
  void anOutageThatTakesItsTimeToShowIsLearntFromTheFirstFew() {
    loader.follows(loader.refusesAfter(SECOND, UNAVAILABLE));
    List<CompletionStage<Either<AuthFailure, ServiceToken>>> waiting = readAsync(keys(0, 10_000));
    soon(loader.request(1));
    settle();

    time.advance(SECOND);
    List<Either<AuthFailure, ServiceToken>> answers = soon(waiting).stream().distinct().toList();

    assertThat(new Answered(answers, loader.count() < 100))
        .isEqualTo(new Answered(List.of(Either.left(UNAVAILABLE)), true));
  }

  record Answered(List<Either<AuthFailure, ServiceToken>> answers, boolean byFewRequests) {}

  @Test
  void anOutageThatTakesItsTimeToShowIsToldToAllEvenWhenTheExecutorRejects() {
    loader.follows(loader.refusesAfter(SECOND, UNAVAILABLE));
    List<CompletionStage<Either<AuthFailure, ServiceToken>>> waiting = readAsync(keys(0, 10_000));
    soon(loader.request(1));
    settle();
    executor.rejects(true);

    soon(
        Callers.calling(
                () -> {
                  time.advance(SECOND);
                  return true;
                })
            .answer());
    List<Either<AuthFailure, ServiceToken>> answers = soon(waiting).stream().distinct().toList();

    assertThat(answers).containsExactly(Either.left(UNAVAILABLE));
  }

  @Test
  void aRefusedClaimHoldsUpItsOwnKeyOnly() {
    loader.follows(loader.refuses(BAD_CLAIM));
    Either<AuthFailure, ServiceToken> refused = get(KEY);
    loader.follows(loader.grants(TEN_HOURS));

    Either<AuthFailure, ServiceToken> other = get(ScriptedLoader.key(1));
    Either<AuthFailure, ServiceToken> again = get(KEY);

    assertThat(List.of(refused, other.isRight(), again, loader.count()))
        .containsExactly(Either.left(BAD_CLAIM), true, Either.left(BAD_CLAIM), 2);
  }

  @Test
  void aRefusedClaimIsTriedAgainWithinAMinute() {
    loader.follows(loader.refuses(BAD_CLAIM));
    readWhile(Duration.ofMinutes(30), SECOND, KEY);
    loader.follows(loader.grants(TEN_HOURS));

    readWhile(MINUTE, SECOND, KEY);

    assertThat(get(KEY).isRight()).isTrue();
  }

  private static List<ForServiceToken> keys(int from, int to) {
    return IntStream.range(from, to).mapToObj(ScriptedLoader::key).toList();
  }

  /** Gives those that have no token yet. */
  private List<ForServiceToken> readAll(List<ForServiceToken> keys) {
    List<CompletionStage<Either<AuthFailure, ServiceToken>>> reads = readAsync(keys);
    settle();
    return IntStream.range(0, keys.size())
        .filter(index -> soon(reads.get(index)).isLeft())
        .mapToObj(keys::get)
        .toList();
  }

  private List<CompletionStage<Either<AuthFailure, ServiceToken>>> readAsync(
      List<ForServiceToken> keys) {
    return soon(
        Callers.calling(
                () ->
                    keys.stream().map(key -> tokens.getAsync(key, Duration.ZERO, BUDGET)).toList())
            .answer());
  }
}
