package dev.partnerauth.cache;

import dev.partnerauth.app.ClientId;
import dev.partnerauth.cache.Cell.State;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.CallerFailure.ServiceTokenRequestRefused;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.ForeignText;
import dev.partnerauth.failure.ProtocolFailure.DeadOnArrival;
import dev.partnerauth.failure.ProtocolFailure.Unforeseen;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every event in every state: what the next state is, and which effects it has. The page on the
 * architecture shows the same table.
 */
final class TransitionTable {

  static final Moment NOW = new Moment(Duration.ofHours(1).toNanos(), Instant.EPOCH);
  static final Transitions<AccessToken> TRANSITIONS =
      new Transitions<>(Endpoint.ACCESS_TOKEN, Duration.ofMillis(250));

  private static final ForAccessToken KEY = new ForAccessToken(new ClientId("app"));
  private static final Duration LIFE = Duration.ofMinutes(100);
  private static final Duration LONG = Duration.ofMinutes(90);
  private static final AuthFailure OUTAGE =
      new Unavailable(Facts.answered(Endpoint.ACCESS_TOKEN, 503));
  private static final AuthFailure REFUSAL =
      new ServiceTokenRequestRefused(
          ForeignText.of("", List.of()), Facts.answered(Endpoint.ACCESS_TOKEN, 400));
  private static final AuthFailure ERROR =
      new Unforeseen(ForeignText.of("error", List.of()), Facts.local(Endpoint.ACCESS_TOKEN));
  private static final BackoffState CLOSING =
      new BackoffState(OUTAGE, NOW, NOW, NOW.plus(Duration.ofSeconds(1)), List.of(), false);

  /** Where a key can stand; the first stands for a key without a cell. */
  enum From {
    IDLE,
    GATED,
    SCHEDULED,
    QUEUED,
    LEASING,
    REQUESTING,
    SETTLING
  }

  static final List<From> ALL = List.of(From.values());
  static final List<From> WORKING = ALL.subList(1, ALL.size());

  /**
   * @param next {@code same}, or the name of a state
   * @param effects in their order
   */
  record Row(
      String event,
      String when,
      List<From> from,
      String next,
      String effects,
      UnaryOperator<Scene> scene) {

    /** What the machine does, in the words of the table. */
    String happening(From state) {
      Scene set = scene.apply(new Scene(state));
      Snapshot<AccessToken> at = set.snapshot();
      Step<AccessToken> step = TRANSITIONS.apply(at, set.event(), NOW);
      return told(at.cell(), step);
    }

    /** Also sets what a row of its kind sets. */
    Row with(UnaryOperator<Scene> more) {
      return new Row(event, when, from, next, effects, set -> more.apply(scene.apply(set)));
    }

    String expected() {
      return next + ": " + effects;
    }

    private static String told(@Nullable Cell<AccessToken> before, Step<AccessToken> step) {
      Cell<AccessToken> after = step.next();
      String state = after == null ? "IDLE" : after.state().name();
      String stateBefore = before == null ? "IDLE" : before.state().name();
      return (state.equals(stateBefore) ? "same" : state)
          + ": "
          + String.join(", ", step.effects().map(TransitionTable::name));
    }
  }

  private TransitionTable() {}

  /** A situation to be completed by a row. */
  static final class Scene {

    private final From from;
    private boolean renewal;
    private boolean repeated;
    private boolean rejected;
    private boolean earlier;
    private Duration asked = Duration.ZERO;
    private CacheEntry<AccessToken> entry = CacheEntry.none();
    private Optional<Duration> observed = Optional.empty();
    private State reached = State.REQUESTING;
    private final List<Waiter<AccessToken>> waiters = new ArrayList<>();
    private Function<InFlightRequest<AccessToken>, Event<AccessToken>> event = Event.Begun::new;
    private final Lazy<InFlightRequest<AccessToken>> request = Lazy.of(this::newRequest);

    Scene(From from) {
      this.from = from;
    }

    Scene waiting(Duration... minimums) {
      for (Duration minimum : minimums) {
        waiters.add(new Waiter<>(minimum, Tries.SEVERAL, new CompletableFuture<>()));
      }
      return this;
    }

    Scene renewal() {
      renewal = true;
      return this;
    }

    Scene repeated() {
      repeated = true;
      return this;
    }

    Scene rejected() {
      rejected = true;
      return this;
    }

    Scene ofAnEarlierRequest() {
      earlier = true;
      return this;
    }

    Scene asked(Duration minimum) {
      asked = minimum;
      return this;
    }

    Scene stands(CacheEntry<AccessToken> stored) {
      entry = stored;
      return this;
    }

    Scene observed(Duration lifetime) {
      observed = Optional.of(lifetime);
      return this;
    }

    Scene reached(State last) {
      reached = last;
      return this;
    }

    Scene event(Function<InFlightRequest<AccessToken>, Event<AccessToken>> happening) {
      event = happening;
      return this;
    }

    private InFlightRequest<AccessToken> newRequest() {
      InFlightRequest<AccessToken> first =
          renewal
              ? InFlightRequest.renewal(KEY, NOW.nanos())
              : InFlightRequest.forWaiters(KEY, NOW.nanos(), Tries.SEVERAL, asked);
      return repeated ? first.repeat(Tries.SEVERAL) : first;
    }

    Snapshot<AccessToken> snapshot() {
      return new Snapshot<>(cell(), Lazy.of(() -> entry), rejected, Lazy.of(() -> observed));
    }

    Event<AccessToken> event() {
      return event.apply(earlier ? newRequest() : request.get());
    }

    private @Nullable Cell<AccessToken> cell() {
      if (from == From.IDLE) {
        return null;
      }
      State state = State.valueOf(from.name());
      return new Cell<>(
          state,
          state == State.SETTLING ? reached : state,
          request.get(),
          ProbePermit.NONE,
          Cell.Attempt.NONE,
          io.vavr.collection.List.ofAll(waiters));
    }
  }

  static List<Row> rows() {
    return Stream.of(reads(), rejections(), beginnings(), arrivals(), endings(), settled(), late())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Row> reads() {
    return List.of(
        row("Read", "a token lives long enough and is fresh", ALL, "same", "Complete(token)")
            .with(scene -> read(scene.stands(fresh()), Duration.ZERO, true)),
        row("Read", "its renewal is due", List.of(From.IDLE), "GATED", "Complete(token), Enter")
            .with(scene -> read(scene.stands(due()), Duration.ZERO, true)),
        row("Read", "its renewal is due", WORKING, "same", "Complete(token)")
            .with(scene -> read(scene.stands(due()), Duration.ZERO, true)),
        row("Read", "it lives too short, as new ones do", ALL, "same", "Complete(LifetimeTooShort)")
            .with(scene -> read(scene.stands(due()).observed(LIFE), LIFE.plusDays(1), true)),
        row("Read", "no token that suffices, and no time", ALL, "same", "Complete(TimedOut)")
            .with(scene -> read(scene, Duration.ZERO, false)),
        row("Read", "no token that suffices", List.of(From.IDLE), "GATED", "Enter")
            .with(scene -> read(scene, Duration.ZERO, true)),
        row(
                "Read",
                "no token that suffices",
                List.of(From.SCHEDULED),
                "QUEUED",
                "Announce(FlightJoined), Enter")
            .with(scene -> read(scene, Duration.ZERO, true)),
        row(
                "Read",
                "no token that suffices",
                except(From.IDLE, From.SCHEDULED),
                "same",
                "Announce(FlightJoined)")
            .with(scene -> read(scene.stands(due()), LONG, true)));
  }

  private static List<Row> rejections() {
    CacheEntry<AccessToken> present = fresh();
    AccessToken token = present.answer().get();
    return List.of(
        row(
                "Rejected",
                "here, and it stands there",
                ALL,
                "same",
                "Remove, RejectEverywhere, DoubtRefusals")
            .with(scene -> rejected(scene.stands(present), token, true)),
        row(
                "Rejected",
                "here, and nothing stands there",
                ALL,
                "same",
                "RejectEverywhere, DoubtRefusals")
            .with(scene -> rejected(scene, token, true)),
        row("Rejected", "here, and it was replaced", ALL, "same", "RejectEverywhere")
            .with(scene -> rejected(scene.stands(entry("other", Duration.ZERO)), token, true)),
        row("Rejected", "known already, or by another node", ALL, "same", "Remove")
            .with(scene -> rejected(scene.stands(present), token, false)));
  }

  private static List<Row> beginnings() {
    return List.of(
        row("Permitted", "a caller waits", List.of(From.GATED), "QUEUED", "StartLimit, Enter")
            .with(
                scene ->
                    scene
                        .waiting(Duration.ZERO)
                        .event(request -> new Event.Permitted<>(request, ProbePermit.NONE))),
        row("Permitted", "a renewal", List.of(From.GATED), "SCHEDULED", "StartLimit, Enter")
            .with(
                scene ->
                    scene
                        .renewal()
                        .event(request -> new Event.Permitted<>(request, ProbePermit.NONE))),
        row("HeldOff", "a caller waits", List.of(From.GATED), "IDLE", "Complete(Unavailable)")
            .with(
                scene ->
                    scene
                        .waiting(Duration.ZERO)
                        .event(request -> new Event.HeldOff<>(request, CLOSING))),
        row("HeldOff", "a renewal", List.of(From.GATED), "IDLE", "Recheck")
            .with(
                scene ->
                    scene
                        .renewal()
                        .stands(due())
                        .event(request -> new Event.HeldOff<>(request, CLOSING))),
        row(
                "HeldOff",
                "a renewal that a caller joined",
                List.of(From.GATED),
                "same",
                "Recheck, Enter")
            .with(
                scene ->
                    scene
                        .renewal()
                        .waiting(LONG)
                        .stands(due())
                        .event(request -> new Event.HeldOff<>(request, CLOSING))),
        row("Begun", "", List.of(From.SCHEDULED), "QUEUED", "Enter")
            .with(scene -> scene.renewal().event(Event.Begun::new)),
        row(
                "SlotGranted",
                "the entry suffices by now",
                List.of(From.QUEUED),
                "IDLE",
                "End(SKIPPED), Complete(token)")
            .with(scene -> granted(scene.waiting(Duration.ZERO).stands(fresh()), true)),
        row(
                "SlotGranted",
                "the entry was renewed by now",
                List.of(From.QUEUED),
                "IDLE",
                "End(SKIPPED)")
            .with(scene -> granted(scene.renewal().stands(fresh()), false)),
        row(
                "SlotGranted",
                "the gate has closed",
                List.of(From.QUEUED),
                "IDLE",
                "End(SKIPPED), Complete(Unavailable)")
            .with(scene -> granted(scene.waiting(Duration.ZERO), true)),
        row("SlotGranted", "", List.of(From.QUEUED), "LEASING", "Enter")
            .with(scene -> granted(scene.waiting(LONG).stands(due()), false)),
        row("LeaseGranted", "", List.of(From.LEASING), "REQUESTING", "Enter")
            .with(scene -> scene.event(Event.LeaseGranted::new)));
  }

  private static List<Row> arrivals() {
    return List.of(
        row("Arrived", "from another node", List.of(From.LEASING), "SETTLING", "Settle(token)")
            .with(scene -> arrived(scene, fresh(), true)),
        row("Arrived", "from another node, rejected", List.of(From.LEASING), "REQUESTING", "Enter")
            .with(scene -> arrived(scene.rejected(), fresh(), true)),
        row("Arrived", "it lives", List.of(From.REQUESTING), "SETTLING", "Settle(token)")
            .with(scene -> arrived(scene, fresh(), false)),
        row("Arrived", "dead", List.of(From.REQUESTING), "SETTLING", "Settle(DeadOnArrival)")
            .with(scene -> arrived(scene, dead(), false)),
        row(
                "Arrived",
                "rejected",
                List.of(From.REQUESTING),
                "SETTLING",
                "Settle(RejectedTokenReissued)")
            .with(scene -> arrived(scene.rejected(), fresh(), false)),
        row("LoadFailed", "", List.of(From.REQUESTING), "SETTLING", "Settle(Unavailable)")
            .with(scene -> scene.event(request -> new Event.LoadFailed<>(request, OUTAGE))));
  }

  private static List<Row> endings() {
    return List.of(
        row(
                "EffectFailed",
                "",
                except(From.IDLE, From.SETTLING),
                "SETTLING",
                "Settle(Unforeseen), Announce(IssueFailed)")
            .with(
                scene ->
                    scene
                        .waiting(Duration.ZERO)
                        .event(request -> new Event.EffectFailed<>(request, ERROR))),
        row(
                "EffectFailed",
                "the outcome cannot be settled",
                List.of(From.SETTLING),
                "IDLE",
                "End(SUCCEEDED), ReleaseLease, Complete(Unforeseen), Announce(IssueFailed)")
            .with(
                scene ->
                    scene
                        .waiting(Duration.ZERO)
                        .event(request -> new Event.EffectFailed<>(request, ERROR))),
        row(
                "LimitReached",
                "while others are asked",
                List.of(From.LEASING),
                "SETTLING",
                "Settle(TimedOut), Announce(IssueFailed), ReleaseLease")
            .with(scene -> scene.waiting(Duration.ZERO).event(Event.LimitReached::new)),
        row(
                "LimitReached",
                "",
                except(From.IDLE, From.LEASING, From.SETTLING),
                "SETTLING",
                "Settle(TimedOut), Announce(IssueFailed)")
            .with(scene -> scene.waiting(Duration.ZERO).event(Event.LimitReached::new)));
  }

  private static List<Row> settled() {
    List<From> settling = List.of(From.SETTLING);
    return List.of(
        row(
                "Settled",
                "a token of the server",
                settling,
                "IDLE",
                "End(SUCCEEDED), Share, Complete(token)")
            .with(scene -> settled(scene.waiting(Duration.ZERO), token(false))),
        row(
                "Settled",
                "a token of another node",
                settling,
                "IDLE",
                "End(SUCCEEDED), Complete(token)")
            .with(
                scene -> settled(scene.waiting(Duration.ZERO).reached(State.LEASING), token(true))),
        row(
                "Settled",
                "a token that lives too short for the caller it was requested for",
                settling,
                "IDLE",
                "End(SUCCEEDED), Share, ObserveLifetime, Complete(LifetimeTooShort)")
            .with(
                scene ->
                    settled(scene.waiting(LIFE.plusDays(1)).asked(LIFE.plusDays(1)), token(false))),
        row(
                "Settled",
                "a token that lives too short for a caller who joined",
                settling,
                "GATED",
                "End(SUCCEEDED), Share, Complete(token), Enter")
            .with(scene -> settled(scene.waiting(LIFE.plusDays(1), Duration.ZERO), token(false))),
        row(
                "Settled",
                "a token that was rejected meanwhile",
                settling,
                "GATED",
                "End(SUCCEEDED), ReleaseLease, Enter")
            .with(scene -> settled(scene.waiting(Duration.ZERO).rejected(), token(false))),
        row(
                "Settled",
                "a token that was rejected meanwhile, again",
                settling,
                "IDLE",
                "End(SUCCEEDED), ReleaseLease, Complete(RejectedTokenReissued)")
            .with(
                scene -> settled(scene.waiting(Duration.ZERO).rejected().repeated(), token(false))),
        row(
                "Settled",
                "a token that was dead when it arrived",
                settling,
                "IDLE",
                "End(SUCCEEDED), ReleaseLease, Complete(token)")
            .with(
                scene ->
                    settled(
                        scene.waiting(Duration.ZERO),
                        new Outcome.Failed<>(
                            new DeadOnArrival(Instant.EPOCH, Facts.local(Endpoint.ACCESS_TOKEN)),
                            dead().answer()))),
        row(
                "Settled",
                "a failure of the endpoint",
                settling,
                "IDLE",
                "End(FAILED), ReleaseLease, Complete(Unavailable)")
            .with(scene -> settled(scene.waiting(Duration.ZERO), Outcome.failed(OUTAGE))),
        row(
                "Settled",
                "another failure",
                settling,
                "IDLE",
                "End(SUCCEEDED), ReleaseLease, Complete(ServiceTokenRequestRefused)")
            .with(scene -> settled(scene.waiting(Duration.ZERO), Outcome.failed(REFUSAL))),
        row(
                "Settled",
                "a failure before there was a slot",
                settling,
                "IDLE",
                "End(NONE), Complete(Unforeseen)")
            .with(
                scene ->
                    settled(
                        scene.waiting(Duration.ZERO).reached(State.QUEUED),
                        Outcome.failed(ERROR))));
  }

  /** What comes when its request is over, or not yet there. */
  private static List<Row> late() {
    return List.of(
        late("Permitted", "", "")
            .with(
                scene -> scene.event(request -> new Event.Permitted<>(request, ProbePermit.NONE))),
        late("HeldOff", "", "")
            .with(scene -> scene.event(request -> new Event.HeldOff<>(request, CLOSING))),
        late("Begun", "", "").with(scene -> scene.event(Event.Begun::new)),
        late("SlotGranted", "", "SkipSlot").with(scene -> granted(scene, false)),
        late("LeaseGranted", "", "ReleaseLease")
            .with(scene -> scene.event(Event.LeaseGranted::new)),
        late("Arrived", ": it outlives the entry", "StoreLate, Share")
            .with(scene -> arrived(scene.stands(due()), fresh(), false)),
        late("Arrived", ": the entry outlives it", "Share")
            .with(scene -> arrived(scene.stands(fresh()), due(), false)),
        late("Arrived", " from another node: it outlives the entry", "StoreLate")
            .with(scene -> arrived(scene, fresh(), true)),
        late("Arrived", ": dead", "ReleaseLease").with(scene -> arrived(scene, dead(), false)),
        late("Arrived", ": rejected", "ReleaseLease")
            .with(scene -> arrived(scene.rejected(), fresh(), false)),
        late("LoadFailed", "", "ReleaseLease")
            .with(scene -> scene.event(request -> new Event.LoadFailed<>(request, OUTAGE))),
        late("EffectFailed", "", "ReleaseLease")
            .with(scene -> scene.event(request -> new Event.EffectFailed<>(request, ERROR))),
        late("LimitReached", "", "").with(scene -> scene.event(Event.LimitReached::new)),
        late("Settled", "", "").with(scene -> settled(scene, token(false))));
  }

  private static Row late(String event, String when, String effects) {
    Row row = row(event, "of an earlier request" + when, ALL, "same", effects);
    return new Row(row.event, row.when, row.from, row.next, row.effects, Scene::ofAnEarlierRequest);
  }

  private static Row row(String event, String when, List<From> from, String next, String effects) {
    return new Row(event, when, from, next, effects, UnaryOperator.identity());
  }

  private static List<From> except(From... left) {
    return ALL.stream().filter(state -> !List.of(left).contains(state)).toList();
  }

  private static Scene read(Scene scene, Duration minimum, boolean inTime) {
    TokenQuery<AccessToken> query =
        new TokenQuery<>(
            KEY, KEY.name(), minimum, Budget.of(inTime ? Duration.ofSeconds(1) : Duration.ZERO));
    return scene.event(request -> new Event.Read<>(query, Waiter.of(query)));
  }

  private static Scene rejected(Scene scene, AccessToken token, boolean news) {
    return scene.event(
        request ->
            new Event.Rejected<>(
                token.digest(), KEY.label(), news ? Optional.of(token) : Optional.empty()));
  }

  private static Scene granted(Scene scene, boolean closed) {
    return scene.event(
        request ->
            new Event.SlotGranted<>(
                request, closed ? Optional.of(CLOSING) : Optional.empty(), List.of()));
  }

  private static Scene arrived(Scene scene, CacheEntry<AccessToken> entry, boolean shared) {
    return scene.event(request -> new Event.Arrived<>(request, entry, shared));
  }

  private static Scene settled(Scene scene, Outcome<AccessToken> outcome) {
    return scene.event(request -> new Event.Settled<>(request, outcome, List.of()));
  }

  private static Outcome<AccessToken> token(boolean shared) {
    return new Outcome.Arrived<>(fresh(), shared);
  }

  private static CacheEntry<AccessToken> fresh() {
    return entry("fresh", Duration.ZERO);
  }

  /** At 95 of 100 minutes. */
  private static CacheEntry<AccessToken> due() {
    return entry("due", Duration.ofMinutes(95));
  }

  private static CacheEntry<AccessToken> dead() {
    return entry("dead", LIFE);
  }

  private static CacheEntry<AccessToken> entry(String text, Duration age) {
    AccessToken token =
        AccessToken.of(text, TokenTimes.lasting(LIFE, Instant.EPOCH), List.of()).get();
    return CacheEntry.of(token, LIFE, NOW.nanos() - age.toNanos(), RefreshPolicy.standard(), 0);
  }

  private static String name(Effect<AccessToken> effect) {
    String name = effect.getClass().getSimpleName();
    if (effect instanceof Effect.Complete<AccessToken> complete) {
      return name + "(" + name(complete.answer()) + ")";
    }
    if (effect instanceof Effect.Settle<AccessToken> settle) {
      return name
          + (settle.outcome() instanceof Outcome.Failed<AccessToken> failed
              ? "(" + failed.failure().getClass().getSimpleName() + ")"
              : "(token)");
    }
    if (effect instanceof Effect.End<AccessToken> end) {
      return name + "(" + end.slot() + ")";
    }
    return effect instanceof Effect.Announce<AccessToken> announce
        ? name + "(" + announce.event().getClass().getSimpleName() + ")"
        : name;
  }

  private static String name(Either<AuthFailure, AccessToken> answer) {
    return answer.fold(failure -> failure.getClass().getSimpleName(), token -> "token");
  }
}
