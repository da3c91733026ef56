package dev.partnerauth.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.CallerFailure.LifetimeTooShort;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.ProtocolFailure.DeadOnArrival;
import dev.partnerauth.testkit.contract.ScriptedLoader.Request;
import dev.partnerauth.testkit.contract.ScriptedLoader.Script;
import dev.partnerauth.token.ServiceToken;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** A token arrives dead, or does not live as long as a caller needs. */
abstract class OddArrivals extends TokenCacheUnderTest {

  private static final Duration HOUR = Duration.ofHours(1);

  OddArrivals(TokenCacheContract contract) {
    super(contract);
  }

  /** As a mock server does whose expiration is fixed. */
  private Script grantsDead() {
    return request -> request.grant(loader.token(request, request.at().minus(HOUR)));
  }

  @Test
  void aTokenThatIsDeadOnArrivalGoesToThoseWhoWaitForIt() {
    loader.follows(loader.holds());
    CompletionStage<Either<AuthFailure, ServiceToken>> first = getAsync(KEY);
    Request request = soon(loader.request(1));
    CompletionStage<Either<AuthFailure, ServiceToken>> second = getAsync(KEY);
    ServiceToken dead = loader.token(request, request.at().minus(HOUR));

    request.grant(dead);

    assertThat(List.of(soon(first), soon(second)))
        .containsExactly(Either.right(dead), Either.right(dead));
  }

  @Test
  void aTokenThatIsDeadOnArrivalIsNotServedFromTheCacheNorAskedForInAHurry() {
    loader.follows(grantsDead());
    ServiceToken dead = granted(KEY);

    List<Boolean> served = List.of(get(KEY).contains(dead), read(KEY).contains(dead));

    assertThat(List.of(served, loader.count())).containsExactly(List.of(false, false), 1);
  }

  @Test
  void untilTheNextAttemptCallersAreToldThatTheLastTokenArrivedDead() {
    loader.follows(grantsDead());
    ServiceToken dead = granted(KEY);

    Either<AuthFailure, ServiceToken> told = get(KEY);

    assertThat(told)
        .isEqualTo(
            Either.left(
                new DeadOnArrival(
                    dead.expiration().orElse(dead.obtainedAt()),
                    Facts.local(Endpoint.SERVICE_TOKEN))));
  }

  @Test
  void aKeyWhoseTokenWasDeadOnArrivalIsTriedAgainAfterTheCooldown() {
    loader.follows(grantsDead());
    get(KEY);
    loader.follows(loader.grants(TEN_HOURS));

    time.advance(Duration.ofSeconds(1));

    assertThat(List.of(get(KEY).isRight(), get(KEY).isRight(), loader.count()))
        .containsExactly(true, true, 2);
  }

  @Test
  void aDeadTokenDoesNotReplaceALivingOne() {
    ServiceToken living = granted(KEY);
    loader.follows(grantsDead());
    time.advance(part(TEN_HOURS, 0.9));

    read(KEY);

    assertThat(List.of(get(KEY), loader.count())).containsExactly(Either.right(living), 2);
  }

  @Test
  void aTokenThatDiesOnItsWayIsNotServedFromTheCache() {
    Duration latency = Duration.ofSeconds(30);
    loader.follows(loader.grantsAfter(latency, Duration.ofSeconds(5)));
    CompletionStage<Either<AuthFailure, ServiceToken>> waiter = getAsync(KEY);
    soon(loader.request(1));
    time.advance(latency);
    Either<AuthFailure, ServiceToken> dead = soon(waiter);
    loader.follows(loader.refuses(UNAVAILABLE));

    assertThat(get(KEY)).isNotEqualTo(dead);
  }

  @Test
  void aTokenThatLastsLongEnoughIsServed() {
    ServiceToken kept = granted(KEY);
    time.advance(HOUR);

    assertThat(List.of(get(KEY, Duration.ofHours(8)), loader.count()))
        .containsExactly(Either.right(kept), 1);
  }

  @Test
  void aTokenThatDoesNotLastLongEnoughIsReplaced() {
    ServiceToken kept = granted(KEY);
    time.advance(HOUR);

    Either<AuthFailure, ServiceToken> longer = get(KEY, Duration.ofHours(9).plusSeconds(1));

    assertThat(List.of(longer.contains(kept), get(KEY).equals(longer), loader.count()))
        .containsExactly(false, true, 2);
  }

  @Test
  void nobodyIsHeldUpByWhoeverNeedsALongerLife() {
    ServiceToken kept = granted(KEY);
    time.advance(HOUR);
    loader.follows(loader.holds());
    var demanding =
        soon(
            Callers.calling(() -> tokens.getAsync(KEY, Duration.ofHours(9).plusSeconds(1), BUDGET))
                .answer());
    soon(loader.request(2));

    Either<AuthFailure, ServiceToken> content = get(KEY);

    assertThat(List.of(content, demanding.toCompletableFuture().isDone()))
        .containsExactly(Either.right(kept), false);
  }

  @Test
  void whoeverNeedsLongerThanAnyTokenLivesIsToldSoAndTheTokenIsKeptForTheOthers() {
    Duration tooLong = HOUR.multipliedBy(2);
    loader.follows(loader.grants(HOUR));

    Either<AuthFailure, ServiceToken> told = get(KEY, tooLong);

    assertThat(List.of(told, get(KEY).isRight(), loader.count()))
        .containsExactly(Either.left(new LifetimeTooShort(tooLong, HOUR)), true, 1);
  }

  @Test
  void oneMoreIsAskedForAndNoStormFollowsWhenNoTokenCanLastThatLong() {
    loader.follows(loader.grants(HOUR));
    granted(KEY);

    for (int minute = 0; minute < 30; minute++) {
      time.advance(Duration.ofMinutes(1));
      get(KEY, Duration.ofHours(2));
    }

    assertThat(loader.count()).isEqualTo(2);
  }
}
