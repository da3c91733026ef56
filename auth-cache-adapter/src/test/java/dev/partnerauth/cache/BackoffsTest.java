package dev.partnerauth.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.failure.AdministratorFailure.InvalidCredentials;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.CallerFailure.ServiceTokenRefused;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.ForeignText;
import dev.partnerauth.failure.ProtocolFailure.Unforeseen;
import dev.partnerauth.failure.TransientFailure.Unavailable;
import dev.partnerauth.refresh.Cooldown;
import dev.partnerauth.token.TokenName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** To the nanosecond, which the tests of the whole cache have no need to be. */
class BackoffsTest {

  private static final Duration SHORTEST = Cooldown.standard().shortest();
  private static final Duration LONGEST = Cooldown.standard().longest();
  private static final Duration INSTANT = Duration.ofNanos(1);
  private static final Facts ANSWERED = Facts.answered(Endpoint.ACCESS_TOKEN, 503);
  private static final AuthFailure DOWN = new Unavailable(ANSWERED);
  private static final AuthFailure DOWN_ELSEWHERE =
      new Unavailable(Facts.answered(Endpoint.SERVICE_TOKEN, 503));
  private static final AuthFailure APP_REFUSED =
      new InvalidCredentials(Facts.answered(Endpoint.ACCESS_TOKEN, 401));
  private static final AuthFailure KEY_REFUSED =
      new ServiceTokenRefused(
          ForeignText.of("", List.of()), Facts.answered(Endpoint.ACCESS_TOKEN, 400));
  private static final AuthFailure ERROR =
      new Unforeseen(ForeignText.of("error", List.of()), Facts.local(Endpoint.ACCESS_TOKEN));

  private final Simulation simulation = new Simulation(3);
  private final SimulatedLoader loader = new SimulatedLoader(simulation);
  private final RiggedLoader rigged = new RiggedLoader(loader);
  private final EndpointBackoff endpoint = new EndpointBackoff(loader.endpoint());
  private final Backoffs backoffs =
      new Backoffs(rigged, endpoint, CacheSettings.standard(), simulation.runtime());
  private final TokenName name = SimulatedLoader.key("service").name();
  private final TokenName other = SimulatedLoader.key("another service token").name();

  @Test
  void aPauseEndsToTheNanosecond() {
    BackoffState state = failed(name, DOWN);
    simulation.advance(SHORTEST.minus(INSTANT));
    boolean before = isClosed(other);
    simulation.advance(INSTANT);

    assertThat(state.pause()).isEqualTo(SHORTEST);
    assertThat(List.of(before, isClosed(other))).containsExactly(true, false);
  }

  @Test
  void ofWhatIsDueOneProbeTakesAllAndTheRestIsHeldOff() {
    failed(name, DOWN);
    simulation.advance(SHORTEST);

    assertThat(List.of(backoffs.enter(other).get().isProbe(), backoffs.enter(other).isLeft()))
        .containsExactly(true, true);
  }

  @Test
  void whereNothingFailedNobodyProbes() {
    assertThat(List.of(backoffs.enter(name).get(), backoffs.enter(name).get()))
        .containsExactly(ProbePermit.NONE, ProbePermit.NONE);
  }

  @Test
  void aProbeTakesTheBackoffsOfTheEndpointTheAppAndTheKey() {
    failed(name, KEY_REFUSED);
    failed(name, APP_REFUSED);
    failed(name, DOWN);
    simulation.advance(Duration.ofSeconds(1));

    assertThat(backoffs.enter(name).get().taken()).hasSize(3);
  }

  @Test
  void aProbeThatIsGivenBackLetsAnotherOneGo() {
    failed(name, DOWN);
    simulation.advance(SHORTEST);
    backoffs.enter(other).get().release();

    assertThat(backoffs.enter(other).get().isProbe()).isTrue();
  }

  /** Within the look at the gate the credentials are asked for: the moment for another caller. */
  @Test
  void whoComesBetweenTheLookAtTheGateAndItsTakingIsTheOnlyProbe() {
    List<Boolean> probes = new ArrayList<>();
    TokenName third = SimulatedLoader.key("a third service token").name();
    failed(name, KEY_REFUSED);
    failed(other, DOWN);
    simulation.advance(Duration.ofSeconds(1));
    betweenLookAndTaking(() -> probes.add(backoffs.enter(third).get().isProbe()));

    boolean heldOff = backoffs.enter(name).isLeft();

    assertThat(probes).containsExactly(true);
    assertThat(heldOff).isTrue();
  }

  @Test
  void whatWasTakenIsGivenBackWhereTheRestHasChanged() {
    failed(name, KEY_REFUSED);
    failed(other, DOWN);
    simulation.advance(Duration.ofSeconds(1));
    betweenLookAndTaking(() -> backoffs.doubt(name));

    assertThat(backoffs.enter(name).get().taken()).hasSize(1);
  }

  private void betweenLookAndTaking(Runnable happening) {
    rigged.credentials =
        () -> {
          rigged.credentials = loader::credentials;
          happening.run();
          return loader.credentials();
        };
  }

  @Test
  void aFailureElsewhereGivesTheProbeBackAndIsHeldAgainstNobody() {
    failed(name, DOWN);
    simulation.advance(SHORTEST);
    ProbePermit permit = backoffs.enter(other).get();
    backoffs.failed(other, DOWN_ELSEWHERE, backoffs.presented(), permit, Optional.empty());

    assertThat(isClosed(other)).isFalse();
  }

  @Test
  void aFailureOfAKeyThatSucceededElsewhereGivesTheProbeBack() {
    failed(name, APP_REFUSED);
    simulation.advance(SHORTEST);
    ProbePermit permit = backoffs.enter(name).get();
    endpoint.succeeded(simulation.nanos());
    backoffs.failed(name, DOWN, backoffs.presented(), permit, Optional.empty());

    assertThat(List.of(isClosed(name), isClosed(other))).containsExactly(true, false);
  }

  @Test
  void aSuccessAtTheVeryMomentMakesAFailureTheKeysOwn() {
    endpoint.succeeded(simulation.nanos());
    failed(name, DOWN);

    assertThat(List.of(isClosed(name), isClosed(other))).containsExactly(true, false);
  }

  @Test
  void aSuccessBeforeASeriesSaysNothingOfIt() {
    endpoint.succeeded(simulation.nanos());
    simulation.advance(INSTANT);
    failed(name, DOWN);

    assertThat(List.of(isClosed(name), isClosed(other))).containsExactly(true, true);
  }

  @Test
  void whatAServerSaidOfAKeyMeansThatItAndTheAppAreWell() {
    failed(name, APP_REFUSED);
    failed(name, DOWN);
    failed(name, KEY_REFUSED);

    assertThat(List.of(isClosed(name), isClosed(other), backoffs.isAffected(other)))
        .containsExactly(true, false, false);
  }

  @Test
  void anErrorOfAProgramSaysNothingOfTheServer() {
    failed(name, APP_REFUSED);
    failed(name, DOWN);
    failed(other, ERROR);
    failed(other, ERROR);
    boolean endpointClosed = endpoint.state().isPresent();
    endpoint.recovered();

    assertThat(List.of(endpointClosed, isClosed(name))).containsExactly(true, true);
  }

  @Test
  void whatAServerSaidOfAnAppMeansThatItIsWell() {
    failed(name, DOWN);
    failed(name, APP_REFUSED);

    assertThat(endpoint.state()).isEmpty();
    assertThat(isClosed(other)).isTrue();
  }

  @Test
  void theFirstErrorIsExcusedTheSecondAndEveryRefusalIsNot() {
    failed(name, ERROR);
    boolean first = isClosed(name);
    failed(name, ERROR);
    failed(other, KEY_REFUSED);

    assertThat(List.of(first, isClosed(name), isClosed(other))).containsExactly(false, true, true);
  }

  @Test
  void aSuccessOfAKeyEndsItsOwnTheAppsAndTheEndpointsPause() {
    failed(name, KEY_REFUSED);
    failed(name, APP_REFUSED);
    failed(name, DOWN);
    boolean before = backoffs.isAffected(name);
    backoffs.succeeded(name);

    assertThat(List.of(before, backoffs.isAffected(name))).containsExactly(true, false);
  }

  @Test
  void aSuccessOfARefusedKeyEndsItsOwnPause() {
    failed(name, KEY_REFUSED);
    boolean before = isClosed(name);
    backoffs.succeeded(name);

    assertThat(List.of(before, isClosed(name))).containsExactly(true, false);
  }

  @Test
  void aKeysShareInAnOutageEndsWithTheOutage() {
    failed(name, DOWN);
    boolean before = isClosed(name);
    backoffs.succeeded(other);

    assertThat(List.of(before, isClosed(name), backoffs.isAffected(name)))
        .containsExactly(true, false, false);
  }

  @Test
  void eachOfTheThreeAffectsAKey() {
    boolean none = backoffs.isAffected(name);
    failed(name, KEY_REFUSED);
    boolean own = backoffs.isAffected(name);
    failed(other, APP_REFUSED);
    backoffs.doubt(name);
    boolean apps = backoffs.isAffected(name);
    failed(other, DOWN);
    backoffs.doubt(other);

    assertThat(List.of(none, own, apps, backoffs.isAffected(name)))
        .containsExactly(false, true, true, true);
  }

  @Test
  void aDoubtEndsAKeysPauseAtOnceAndTheAppsOnceItHasLastedForTheShortest() {
    failed(name, KEY_REFUSED);
    backoffs.doubt(name);
    boolean key = isClosed(name);
    for (int minute = 0; minute < 20; minute++) {
      failed(name, APP_REFUSED);
      simulation.advance(Duration.ofSeconds(50));
    }
    failed(name, APP_REFUSED);
    simulation.advance(SHORTEST.minus(INSTANT));
    backoffs.doubt(name);
    boolean before = isClosed(name);
    simulation.advance(INSTANT);
    backoffs.doubt(name);

    assertThat(List.of(key, before, isClosed(name))).containsExactly(false, true, false);
  }

  @Test
  void whatIsHeldAgainstOldCredentialsIsForgottenWithThem() {
    failed(name, APP_REFUSED);
    boolean before = isClosed(name);
    loader.present(SimulatedLoader.anotherSecret());

    assertThat(List.of(before, isClosed(name))).containsExactly(true, false);
  }

  @Test
  void credentialsThatCannotBeToldAreNone() {
    boolean told = backoffs.presented().equals(loader.credentials());
    loader.cannotTellItsCredentials();

    assertThat(told).isTrue();
    assertThat(backoffs.presented()).isEmpty();
  }

  @Test
  void whoFailedLastLetsOthersProbeForOnePauseIfTheyAsk() {
    failed(name, DOWN);
    boolean asked = isClosed(other);
    simulation.advance(SHORTEST);
    boolean due = isClosed(name);
    simulation.advance(SHORTEST.minus(INSTANT));
    boolean stillDue = isClosed(name);
    simulation.advance(INSTANT);

    assertThat(List.of(asked, due, stillDue, isClosed(name)))
        .containsExactly(true, true, true, false);
  }

  @Test
  void whoFailedLastProbesIfNobodyElseAsks() {
    failed(other, DOWN);
    boolean othersAsked = isClosed(name);
    failed(name, DOWN);
    boolean own = isClosed(name);
    simulation.advance(SHORTEST);

    assertThat(List.of(othersAsked, own, isClosed(name))).containsExactly(true, true, false);
  }

  @Test
  void aLongSeriesPausesForAFifthOfItsTimeLessAHalfAtMost() {
    Optional<BackoffState> series = Optional.empty();
    BackoffPace longest = new BackoffPace(Cooldown.standard(), simulation, () -> 0);
    BackoffPace shortest = new BackoffPace(Cooldown.standard(), simulation, () -> -1);
    BackoffState first = longest.after(series, DOWN, List.of());
    simulation.advance(Duration.ofSeconds(50));
    BackoffState second = longest.after(Optional.of(first), DOWN, List.of());
    BackoffState hasty = shortest.after(Optional.of(first), DOWN, List.of());

    assertThat(List.of(second.since(), hasty.since())).containsOnly(first.since());
    assertThat(List.of(second.pause(), hasty.pause()))
        .containsExactly(Duration.ofMillis(6_250), Duration.ofMillis(5_000));
  }

  @Test
  void aSeriesIsOverOnceTheLongestPauseHasPassedWithoutAnAttempt() {
    BackoffPace pace = new BackoffPace(Cooldown.standard(), simulation, () -> 0);
    BackoffState first = pace.after(Optional.empty(), DOWN, List.of()).asTheKeysOwn();
    simulation.advance(first.pause().plus(LONGEST).minus(INSTANT));
    BackoffState lasting = pace.after(Optional.of(first), DOWN, List.of());
    simulation.advance(INSTANT);
    BackoffState anew = pace.after(Optional.of(first), DOWN, List.of());

    assertThat(List.of(lasting.since(), anew.since()))
        .containsExactly(first.since(), Moment.now(simulation));
    assertThat(List.of(lasting.keysOwn(), anew.keysOwn())).containsExactly(true, false);
  }

  @Test
  void whatAServerAskedForHoldsForTheFailureAndNotForTheProbe() {
    BackoffPace pace = new BackoffPace(Cooldown.standard(), simulation, () -> 0);
    AuthFailure silenced = new Unavailable(ANSWERED.retryAfter(Duration.ofMinutes(10)));
    BackoffState state = pace.after(Optional.empty(), silenced, loader.credentials());
    simulation.advance(Duration.ofMinutes(10));
    BackoffState probing = pace.probing(state);

    assertThat(List.of(state.pause(), probing.pause()))
        .containsExactly(Duration.ofMinutes(10), Duration.ofSeconds(37).plusMillis(500));
    assertThat(List.of(probing.credentials(), state.credentials()))
        .containsOnly(loader.credentials());
  }

  @Test
  void noAttemptIsDueBeforeTheEarliestMomentAndALaterOneStays() {
    BackoffState state = failed(name, DOWN);
    Moment later = state.nextAttempt().plus(INSTANT);

    assertThat(state.notBefore(later).nextAttempt()).isEqualTo(later);
    assertThat(state.notBefore(state.attempted())).isEqualTo(state);
  }

  @Test
  void aTroubleTellsWhenItBeganAndWhenTheNextAttemptIsDue() {
    BackoffState state = failed(name, DOWN);

    assertThat(state.trouble().toString())
        .contains(state.since().instant().toString(), state.nextAttempt().instant().toString());
  }

  private BackoffState failed(TokenName failing, AuthFailure failure) {
    return backoffs.failed(
        failing, failure, backoffs.presented(), ProbePermit.NONE, Optional.empty());
  }

  private boolean isClosed(TokenName asked) {
    return backoffs.closing(asked).isPresent();
  }
}
