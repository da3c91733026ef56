package dev.partnerauth.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.port.Budget.Tries;
import dev.partnerauth.refresh.RefreshPolicy;
import dev.partnerauth.testkit.contract.ScriptedLoader.Request;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.TokenKey.ForServiceToken;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A token is kept: it is served at once, renewed in time, and let go of before it dies. */
abstract class LivingTokens extends TokenCacheUnderTest {

  private static final Duration MOMENT = Duration.ofMillis(1);

  LivingTokens(TokenCacheContract contract) {
    super(contract);
  }

  @Test
  void aFreshTokenIsServedWithoutAsking() {
    ServiceToken token = granted(KEY);

    time.advance(part(TEN_HOURS, 0.74));

    assertThat(List.of(get(KEY), soon(getAsync(KEY)), requestsOnceSettled()))
        .containsExactly(Either.right(token), Either.right(token), 1);
  }

  @Test
  void renewalsBeginBetween75And90PercentOfTheLifetimeAndNotAllAtOnce() {
    List<ForServiceToken> keys = IntStream.range(0, 40).mapToObj(ScriptedLoader::key).toList();
    keys.forEach(this::granted);
    Duration percent = TEN_HOURS.dividedBy(100);

    time.advance(percent.multipliedBy(74));
    List<Integer> renewedAt = new ArrayList<>();
    for (int age = 74; age <= 90; age++) {
      int before = loader.count();
      keys.forEach(this::read);
      if (loader.count() > before) {
        renewedAt.add(age);
      }
      time.advance(percent);
    }

    assertThat(new Renewals(renewedAt.get(0) > 74, renewedAt.size() > 3, loader.count()))
        .isEqualTo(new Renewals(true, true, 2 * keys.size()));
  }

  /** Of many keys whose tokens were granted at the same moment. */
  record Renewals(boolean noneTooEarly, boolean spreadOut, int requestsIfNoneTooLate) {}

  @Test
  void readersGetTheOldTokenAtOnceWhileItIsRenewed() {
    ServiceToken old = granted(KEY);
    loader.follows(loader.holds());
    time.advance(part(TEN_HOURS, 0.9));

    List<Either<AuthFailure, ServiceToken>> read =
        Stream.concat(
                soon(Callers.calling(50, () -> tokens.get(KEY, Duration.ZERO, BUDGET))).stream(),
                Stream.generate(() -> soon(getAsync(KEY))).limit(50))
            .toList();
    Request renewal = soon(loader.request(2));
    settle();

    assertThat(new Reading(Set.copyOf(read), renewal.budget().tries(), loader.count()))
        .isEqualTo(new Reading(Set.of(Either.right(old)), Tries.ONE, 2));
  }

  record Reading(Set<Either<AuthFailure, ServiceToken>> read, Tries tries, int requests) {}

  @Test
  void theRenewedTokenIsServedOnceItIsThere() {
    granted(KEY);
    loader.follows(loader.holds());
    time.advance(part(TEN_HOURS, 0.9));
    read(KEY);
    Request renewal = soon(loader.request(2));
    ServiceToken renewed = loader.token(renewal, TEN_HOURS);

    renewal.grant(renewed);
    settle();

    assertThat(List.of(get(KEY), soon(getAsync(KEY)), loader.count()))
        .containsExactly(Either.right(renewed), Either.right(renewed), 2);
  }

  @Test
  void aRenewalThatTheExecutorRejectsHarmsNobodyAndComesLater() {
    ServiceToken old = granted(KEY);
    time.advance(part(TEN_HOURS, 0.9));
    executor.rejects(true);
    Either<AuthFailure, ServiceToken> meanwhile = get(KEY);
    executor.rejects(false);

    time.advance(Duration.ofMinutes(1));
    read(KEY);

    assertThat(List.of(meanwhile, get(KEY).isRight(), get(KEY).equals(meanwhile), loader.count()))
        .containsExactly(Either.right(old), true, false, 2);
  }

  @Test
  void aTokenOfFiveSecondsIsNotServedPastItsMargin() {
    assertThat(servedAroundTheMargin(Duration.ofSeconds(5))).containsExactly(true, false, false);
  }

  @Test
  void aTokenOfTenHoursIsNotServedPastItsMargin() {
    assertThat(servedAroundTheMargin(TEN_HOURS)).containsExactly(true, false, false);
  }

  /**
   * Whether it is served just before, at, and long after the moment, when no new one is granted.
   */
  private List<Boolean> servedAroundTheMargin(Duration lifetime) {
    loader.follows(loader.grants(lifetime));
    ServiceToken token = granted(KEY);
    loader.follows(loader.refuses(UNAVAILABLE));
    List<Boolean> served = new ArrayList<>();

    time.advance(RefreshPolicy.standard().servedFor(lifetime).minus(MOMENT));
    served.add(read(KEY).contains(token));
    time.advance(MOMENT);
    served.add(read(KEY).contains(token));
    time.advance(Duration.ofDays(1));
    served.add(read(KEY).contains(token));
    return served;
  }

  @Test
  void aTokenAgesOnItsWay() {
    Duration lifetime = Duration.ofSeconds(5);
    Duration latency = Duration.ofSeconds(2);
    loader.follows(loader.grantsAfter(latency, lifetime));
    var waiter = getAsync(KEY);
    soon(loader.request(1));
    time.advance(latency);
    ServiceToken token = soon(waiter).get();
    loader.follows(loader.refuses(UNAVAILABLE));

    Duration left = RefreshPolicy.standard().servedFor(lifetime).minus(latency);
    time.advance(left.minus(MOMENT));
    boolean before = read(KEY).contains(token);
    time.advance(MOMENT);
    boolean after = read(KEY).contains(token);

    assertThat(List.of(before, after)).containsExactly(true, false);
  }

  @Test
  void aWallClockThatJumpsForwardsKillsNoToken() {
    ServiceToken token = granted(KEY);

    time.jump(Duration.ofDays(1));

    assertThat(List.of(get(KEY), requestsOnceSettled())).containsExactly(Either.right(token), 1);
  }

  @Test
  void aWallClockThatJumpsBackwardsRevivesNoToken() {
    ServiceToken token = granted(KEY);
    loader.follows(loader.refuses(UNAVAILABLE));

    time.jump(Duration.ofDays(-1));
    boolean atFirst = read(KEY).contains(token);
    time.advance(RefreshPolicy.standard().servedFor(TEN_HOURS));

    assertThat(List.of(atFirst, read(KEY).contains(token))).containsExactly(true, false);
  }

  @Test
  void aWallClockThatJumpsForwardsWhileATokenIsOnItsWayDoesNotKillIt() {
    assertThat(servedAfterAJumpOnItsWay(Duration.ofDays(1))).containsExactly(true, true, false);
  }

  @Test
  void aWallClockThatJumpsBackwardsWhileATokenIsOnItsWayDoesNotProlongItsLife() {
    assertThat(servedAfterAJumpOnItsWay(Duration.ofDays(-1))).containsExactly(true, true, false);
  }

  /** Whether it is served on arrival, at 70 % of its life, and when that is over. */
  private List<Boolean> servedAfterAJumpOnItsWay(Duration jump) {
    loader.follows(loader.holds());
    var waiter = getAsync(KEY);
    Request request = soon(loader.request(1));
    time.advance(Duration.ofSeconds(1));
    time.jump(jump);
    ServiceToken token = loader.token(request, TEN_HOURS);
    request.grant(token);
    soon(waiter);
    loader.follows(loader.refuses(UNAVAILABLE));
    List<Boolean> served = new ArrayList<>();

    served.add(read(KEY).contains(token));
    time.advance(part(TEN_HOURS, 0.7));
    served.add(read(KEY).contains(token));
    time.advance(part(TEN_HOURS, 0.3));
    served.add(read(KEY).contains(token));
    return served;
  }

  @Test
  void aPinnedSourceAndItsKeyShareTokensAndRequests() {
    var pinned = tokens.pinned(KEY);
    ServiceToken first = granted(KEY);
    Either<AuthFailure, ServiceToken> byPin =
        soon(Callers.calling(() -> pinned.get(BUDGET)).answer());
    time.advance(part(TEN_HOURS, 0.9));
    soon(Callers.calling(() -> pinned.getAsync(BUDGET)).answer());
    settle();
    Either<AuthFailure, ServiceToken> renewed = get(KEY);

    assertThat(
            new Pinning(
                byPin.contains(first),
                renewed.contains(first),
                soon(Callers.calling(() -> tokens.pinned(KEY).get(BUDGET)).answer())
                    .equals(renewed),
                loader.count()))
        .isEqualTo(new Pinning(true, false, true, 2));
  }

  record Pinning(
      boolean pinServesTheKeysToken,
      boolean oldTokenAfterThePinsRenewal,
      boolean pinAndKeyAgree,
      int requests) {}

  @Test
  void aSourceThatIsPinnedLaterServesWhatIsKept() {
    ServiceToken kept = granted(KEY);

    Either<AuthFailure, ServiceToken> byPin =
        soon(Callers.calling(() -> tokens.pinned(KEY).get(BUDGET)).answer());

    assertThat(List.of(byPin, loader.count())).containsExactly(Either.right(kept), 1);
  }

  private int requestsOnceSettled() {
    settle();
    return loader.count();
  }
}
