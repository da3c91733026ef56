package dev.partnerauth.cache;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.app.ClientId;
import dev.partnerauth.cache.TransitionTable.From;
import dev.partnerauth.cache.TransitionTable.Scene;
import dev.partnerauth.event.AuthEvent;
import dev.partnerauth.event.AuthEvent.IssueFailed;
import dev.partnerauth.event.AuthEvent.ServedWhileRenewalFails;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.Phase;
import dev.partnerauth.failure.TransientFailure.TimedOut;
import dev.partnerauth.failure.TransientFailure.Unavailable;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.Budget.Tries;
import dev.partnerauth.refresh.RefreshPolicy;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.TokenKey.ForAccessToken;
import dev.partnerauth.token.TokenTimes;
import io.vavr.Lazy;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the effects of a transition carry, of which the table shows the names only. */
class TransitionDetailsTest {

  private static final Moment NOW = TransitionTable.NOW;
  private static final Duration LIFE = Duration.ofMinutes(100);
  private static final Duration RECHECK = TransitionTable.TRANSITIONS.recheckInterval();
  private static final ForAccessToken KEY = new ForAccessToken(new ClientId("app"));
  private static final CacheEntry<AccessToken> FRESH = entry("fresh", Duration.ZERO);
  private static final CacheEntry<AccessToken> DUE = entry("due", Duration.ofMinutes(95));

  @Test
  void whoJoinedIsAnsweredByWhatStandsInTheStoreIfThatLastsLongEnough() {
    Step<AccessToken> step =
        happening(
            new Scene(From.SETTLING)
                .waiting(Duration.ofMinutes(90))
                .stands(FRESH)
                .event(request -> new Event.Settled<>(request, arrived(DUE, false), List.of())));

    assertThat(step.next()).isNull();
    assertThat(answers(step)).containsExactly(FRESH.answer());
  }

  @Test
  void whatArrivesLateAndLivesNoLongerThanTheEntryIsNotStored() {
    Step<AccessToken> step =
        happening(
            new Scene(From.IDLE)
                .stands(FRESH)
                .event(
                    request -> new Event.Arrived<>(request, entry("late", Duration.ZERO), true)));

    assertThat(step.effects().asJava()).isEmpty();
  }

  @Test
  void aRequestIsSentAsOftenAsItsCallerWants() {
    assertThat(Stream.of(Tries.values()).map(TransitionDetailsTest::triesOfRead))
        .containsExactly(Tries.values());
  }

  private static Tries triesOfRead(Tries tries) {
    return requireNonNull(read(Budget.of(Duration.ofSeconds(1), tries)).next()).request().tries();
  }

  @Test
  void whoseTimeWasOverBeforeTheCallIsToldSo() {
    Step<AccessToken> step = read(Budget.of(Duration.ofSeconds(-1)));

    assertThat(step.next()).isNull();
    assertThat(answers(step))
        .containsExactly(Either.left(new TimedOut(Phase.WHOLE_CALL, Facts.local())));
  }

  private static Step<AccessToken> read(Budget budget) {
    TokenQuery<AccessToken> query = new TokenQuery<>(KEY, KEY.name(), Duration.ZERO, budget);
    return happening(
        new Scene(From.IDLE).event(request -> new Event.Read<>(query, Waiter.of(query))));
  }

  @Test
  void aRequestThatFailsTellsHowLongItTook() {
    Duration taken = Duration.ofSeconds(3);
    InFlightRequest<AccessToken> request =
        InFlightRequest.forWaiters(
            KEY, NOW.nanos() - taken.toNanos(), Tries.SEVERAL, Duration.ZERO);
    Snapshot<AccessToken> at =
        new Snapshot<>(
            Cell.gated(request, io.vavr.collection.List.empty()),
            Lazy.of(CacheEntry::none),
            false,
            Lazy.of(Optional::empty));

    Step<AccessToken> step =
        TransitionTable.TRANSITIONS.apply(at, new Event.LimitReached<>(request), NOW);

    assertThat(announced(step))
        .singleElement()
        .isInstanceOfSatisfying(
            IssueFailed.class, failed -> assertThat(failed.elapsed()).isEqualTo(taken));
  }

  @Test
  void aTokenOfAnotherNodeIsNotSharedAnew() {
    Step<AccessToken> step =
        happening(
            new Scene(From.SETTLING)
                .event(request -> new Event.Settled<>(request, arrived(FRESH, true), List.of())));

    assertThat(step.effects().asJava()).singleElement().isInstanceOf(Effect.End.class);
  }

  @Test
  void aRenewalThatIsHeldOffIsLookedAtAgainAfterTheIntervalOrOnceItMayGoOn() {
    assertThat(
            List.of(
                servedWithoutALook(RECHECK.multipliedBy(4)),
                servedWithoutALook(RECHECK.dividedBy(2))))
        .containsExactly(RECHECK, RECHECK.dividedBy(2));
  }

  private static Duration servedWithoutALook(Duration closedFor) {
    CacheEntry<AccessToken> next = heldOff(DUE, closedFor).orElseThrow().next();
    return Stream.of(RECHECK, RECHECK.dividedBy(2))
        .filter(
            time ->
                next.isFreshAt(NOW.plus(time).nanos() - 1)
                    && !next.isFreshAt(NOW.plus(time).nanos()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatWasRenewedMeanwhileIsNotLookedAtAgain() {
    assertThat(heldOff(FRESH, RECHECK)).isEmpty();
  }

  @Test
  void thatATokenIsServedThoughItsRenewalFailsIsAnnouncedOnce() {
    CacheEntry<AccessToken> failed = DUE.backingOff(closing(RECHECK), true);
    CacheEntry<AccessToken> announced = failed.recheckedAt(NOW.nanos(), closing(RECHECK));

    assertThat(heldOff(failed, RECHECK).orElseThrow().news())
        .contains(
            new ServedWhileRenewalFails(
                KEY.label(),
                DUE.answer().get().digest(),
                NOW.instant().plus(DUE.servedOnAt(NOW.nanos()))));
    assertThat(heldOff(announced, RECHECK).orElseThrow().news()).isEmpty();
  }

  private static Optional<Effect.Recheck<AccessToken>> heldOff(
      CacheEntry<AccessToken> stored, Duration closedFor) {
    Step<AccessToken> step =
        happening(
            new Scene(From.GATED)
                .renewal()
                .stands(stored)
                .event(request -> new Event.HeldOff<>(request, closing(closedFor))));
    return step.effects()
        .headOption()
        .toJavaOptional()
        .map(effect -> (Effect.Recheck<AccessToken>) effect);
  }

  private static BackoffState closing(Duration pause) {
    AuthFailure outage = new Unavailable(Facts.answered(Endpoint.ACCESS_TOKEN, 503));
    return new BackoffState(outage, NOW, NOW, NOW.plus(pause), List.of(), false);
  }

  private static Step<AccessToken> happening(Scene scene) {
    return TransitionTable.TRANSITIONS.apply(scene.snapshot(), scene.event(), NOW);
  }

  private static List<Either<AuthFailure, AccessToken>> answers(Step<AccessToken> step) {
    return step.effects()
        .toJavaStream()
        .flatMap(
            effect ->
                effect instanceof Effect.Complete<AccessToken> complete
                    ? Stream.of(complete.answer())
                    : Stream.<Either<AuthFailure, AccessToken>>empty())
        .toList();
  }

  private static List<AuthEvent> announced(Step<AccessToken> step) {
    return step.effects()
        .toJavaStream()
        .flatMap(
            effect ->
                effect instanceof Effect.Announce<AccessToken> announce
                    ? Stream.of(announce.event())
                    : Stream.<AuthEvent>empty())
        .toList();
  }

  private static Outcome<AccessToken> arrived(CacheEntry<AccessToken> entry, boolean shared) {
    return new Outcome.Arrived<>(entry, shared);
  }

  private static CacheEntry<AccessToken> entry(String text, Duration age) {
    AccessToken token =
        AccessToken.of(text, TokenTimes.lasting(LIFE, Instant.EPOCH), List.of()).get();
    return CacheEntry.of(token, LIFE, NOW.nanos() - age.toNanos(), RefreshPolicy.standard(), 0);
  }
}
