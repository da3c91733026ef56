package dev.partnerauth.cache.oracle;

import dev.partnerauth.cache.CacheSettings;
import dev.partnerauth.event.AuthEvent.IssueFailed;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.FailureDomain;
import dev.partnerauth.failure.ForeignText;
import dev.partnerauth.failure.Phase;
import dev.partnerauth.failure.ProtocolFailure.Unforeseen;
import dev.partnerauth.failure.TransientFailure.TimedOut;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.Delays;
import dev.partnerauth.port.TokenLoader;
import dev.partnerauth.port.UncaughtErrors;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenKey;
import dev.partnerauth.token.TokenName;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The requests that are under way, at most one for each name. However a flight ends, and it always
 * does, first its token is kept, then its place is free for the next, and then those who wait are
 * answered.
 */
final class Flights<K extends TokenKey<T>, T extends Token> {

  private final TokenLoader<K, T> loader;
  private final TokenRegion<T> region;
  private final Function<TokenName, Place<T>> places;
  private final RejectedTokens rejected;
  private final FailureMemory memory;
  private final Arrivals<T> arrivals;
  private final Landings<K, T> landings;
  private final CacheSettings settings;
  private final AuthRuntime runtime;
  private final SlowStart slowStart;
  private final Map<TokenName, Flight<K, T>> underWay = new ConcurrentHashMap<>();

  Flights(
      TokenLoader<K, T> loader,
      TokenRegion<T> region,
      Function<TokenName, Place<T>> places,
      RejectedTokens rejected,
      FailureMemory memory,
      CacheSettings settings,
      AuthRuntime runtime) {
    this.loader = loader;
    this.region = region;
    this.places = places;
    this.rejected = rejected;
    this.memory = memory;
    this.arrivals = new Arrivals<>(settings, runtime);
    this.landings =
        new Landings<>(
            places,
            rejected,
            memory,
            endpoint(),
            settings.cooldown().shortest().multipliedBy(2),
            runtime);
    this.settings = settings;
    this.runtime = runtime;
    this.slowStart = new SlowStart(runtime.time());
  }

  private Endpoint endpoint() {
    return loader.endpoint().endpoint();
  }

  boolean isUnderWay(TokenName name) {
    return underWay.containsKey(name);
  }

  /**
   * The flight for this name, to be joined by somebody who has no token. One that still waits for a
   * thread begins on this one: its executor may be waiting for this very caller.
   */
  Optional<Flight<K, T>> join(TokenName name) {
    Optional<Flight<K, T>> flight = Optional.ofNullable(underWay.get(name));
    flight.ifPresent(joined -> begin(name, joined));
    return flight;
  }

  /**
   * Begins on this thread.
   *
   * @return the flight of a caller that was faster, to be joined in place of this one
   */
  Optional<Flight<K, T>> launch(TokenName name, Flight<K, T> flight) {
    Flight<K, T> faster = underWay.putIfAbsent(name, flight);
    if (faster != null) {
      flight.leave().giveBack();
      return Optional.of(faster);
    }
    guarded(
        name,
        flight,
        () -> {
          CacheEntry<T> kept = places.apply(name).get();
          long nanos = runtime.time().nanos();
          if (kept.isServedAt(nanos) && kept.lasts(flight.minimumRemaining(), nanos)) {
            cancel(name, flight, kept);
          }
          begin(name, flight);
        });
    return Optional.empty();
  }

  /** Begins on the executor, so that whoever read the token to be renewed is not held up. */
  void launchInBackground(TokenName name, Flight<K, T> flight, CacheEntry<T> renewed) {
    if (underWay.putIfAbsent(name, flight) != null) {
      flight.leave().giveBack();
      return;
    }
    guarded(
        name,
        flight,
        () -> {
          CacheEntry<T> present = places.apply(name).get();
          if (present != renewed && present.isFreshAt(runtime.time().nanos())) {
            cancel(name, flight, present);
          }
          runtime.executor().execute(() -> begin(name, flight));
        });
  }

  /**
   * Another flight landed between a reader's look and its launch: this one need not begin, unless
   * somebody who joined it was faster.
   */
  private void cancel(TokenName name, Flight<K, T> flight, CacheEntry<T> landed) {
    if (flight.begin()) {
      flight.leave().giveBack();
      flight.end();
      free(name, flight, landed.answer());
    }
  }

  /** Whatever goes wrong, also a task that nobody ever runs: the flight ends. */
  private void guarded(TokenName name, Flight<K, T> flight, Runnable launch) {
    try {
      Delays.Pending guard =
          runtime.delays().after(settings.flightLimit(), () -> giveUp(name, flight));
      CompletionStage<Either<AuthFailure, T>> landing = flight.landing();
      landing.thenRun(guard::cancel);
      flight.guardedBy(guard);
      launch.run();
    } catch (Throwable thrown) {
      failedHere(name, flight, unforeseen(thrown));
    }
  }

  private void begin(TokenName name, Flight<K, T> flight) {
    if (flight.begin()) {
      depart(name, flight);
    }
  }

  private void depart(TokenName name, Flight<K, T> flight) {
    SlowStart.Departure departure = () -> fly(name, flight);
    if (slowStart.admits(departure)) {
      go(departure);
    } else {
      watch();
    }
  }

  private void watch() {
    if (slowStart.needsWatching()) {
      var unused =
          runtime
              .delays()
              .after(
                  SlowStart.SILENCE,
                  () -> {
                    goOn(slowStart.afterSilence());
                    watch();
                  });
    }
  }

  private List<SlowStart.Departure> fly(TokenName name, Flight<K, T> flight) {
    if (!flight.go(memory.presented())) {
      return slowStart.skipped();
    }
    try {
      Optional<Setback> heldUp =
          flight.leave().isToProbe() ? Optional.empty() : memory.holdingUp(name);
      if (heldUp.isPresent()) {
        flight.end();
        free(name, flight, Either.left(heldUp.get().failure()));
        return slowStart.skipped();
      }
      ask(name, flight).whenComplete((outcome, thrown) -> answered(name, flight, outcome, thrown));
    } catch (Throwable thrown) {
      failedHere(name, flight, unforeseen(thrown));
    }
    return List.of();
  }

  private void answered(
      TokenName name,
      Flight<K, T> flight,
      Either<AuthFailure, CacheEntry<T>> outcome,
      @Nullable Throwable thrown) {
    // After it was stored, and not before: a rejection meanwhile is found out.
    Runnable leaveToOthers = flight.serverAsked() ? () -> share(name, outcome, thrown) : () -> {};
    if (thrown != null) {
      failedHere(name, flight, unforeseen(thrown), leaveToOthers);
    } else if (!end(name, flight, outcome, leaveToOthers)) {
      outcome.peek(late -> landings.keepLate(name, flight.key(), late));
      leaveToOthers.run();
    }
  }

  /** Another node's token where there is one, and otherwise the server's. */
  private CompletionStage<Either<AuthFailure, CacheEntry<T>>> ask(
      TokenName name, Flight<K, T> flight) {
    CacheEntry<T> present = places.apply(name).get();
    long askedAtNanos = runtime.time().nanos();
    return region
        .acquire(
            name,
            found -> isOfUse(found, present, flight.minimumRemaining()),
            settings.flightLimit().dividedBy(4))
        .thenCompose(
            claim ->
                claim instanceof Lease.Found<T> found && !rejected.contains(found.token().digest())
                    ? CompletableFuture.completedFuture(
                        Either.right(arrivals.shared(found.token())))
                    : flight.isOver() ? nobodyWaits(name) : askServer(name, flight, askedAtNanos));
  }

  /** The lease came when the time for the request was over. */
  private CompletionStage<Either<AuthFailure, CacheEntry<T>>> nobodyWaits(TokenName name) {
    region.release(name);
    return CompletableFuture.completedFuture(
        Either.left(new TimedOut(Phase.WHOLE_CALL, Facts.local(endpoint()))));
  }

  private CompletionStage<Either<AuthFailure, CacheEntry<T>>> askServer(
      TokenName name, Flight<K, T> flight, long sinceNanos) {
    // A tenth of the time is kept back, so that the loader's own word comes before the guard's.
    Arrivals.Departed departed = arrivals.departing();
    Duration left =
        settings
            .flightLimit()
            .minus(settings.flightLimit().dividedBy(10))
            .minusNanos(runtime.time().nanos() - sinceNanos);
    flight.asksTheServer();
    return CompletableFuture.completedStage(Budget.of(left, flight.tries()))
        .thenCompose(budget -> loader.load(flight.key(), budget))
        .thenApply(outcome -> outcome.map(token -> arrivals.issued(token, departed)));
  }

  private void share(
      TokenName name, Either<AuthFailure, CacheEntry<T>> outcome, @Nullable Throwable thrown) {
    if (thrown == null && outcome.isRight() && isToBeShared(outcome.get())) {
      outcome.get().token().ifPresent(token -> region.share(name, token));
    } else {
      region.release(name);
    }
  }

  private boolean isToBeShared(CacheEntry<T> arrived) {
    return arrived.isServedAt(runtime.time().nanos()) && !landings.isRejected(arrived);
  }

  /** Another node's token: newer than the one that is kept here, and not itself to be renewed. */
  private boolean isOfUse(T found, CacheEntry<T> present, Duration minimumRemaining) {
    CacheEntry<T> kept = arrivals.shared(found);
    long nanos = runtime.time().nanos();
    return kept.isFreshAt(nanos)
        && kept.lasts(minimumRemaining, nanos)
        && present.token().filter(found::equals).isEmpty()
        && !landings.isRejected(kept);
  }

  /** A failure that no loader could tell of. */
  private void failedHere(TokenName name, Flight<K, T> flight, AuthFailure failure) {
    failedHere(name, flight, failure, () -> {});
  }

  private void failedHere(
      TokenName name, Flight<K, T> flight, AuthFailure failure, Runnable landed) {
    if (!end(name, flight, Either.left(failure), landed)) {
      landed.run();
    } else {
      runtime.announce(
          new IssueFailed(flight.key().label(), failure, flight.elapsed(runtime.time())));
    }
  }

  /** Whether this was the first end that came. */
  private boolean end(
      TokenName name,
      Flight<K, T> flight,
      Either<AuthFailure, CacheEntry<T>> outcome,
      Runnable landed) {
    Flight.State before = flight.end();
    if (before == Flight.State.ENDED) {
      return false;
    }
    Either<AuthFailure, T> answer;
    try {
      answer = landings.land(name, flight, outcome);
    } catch (Throwable thrown) {
      answer = Either.left(unforeseen(thrown));
    }
    if (before == Flight.State.FLYING) {
      boolean well =
          outcome.isRight() || outcome.getLeft().domainAt(endpoint()) != FailureDomain.ENDPOINT;
      goOn(well ? slowStart.succeeded() : slowStart.failed());
    }
    landed.run();
    free(name, flight, answer);
    return true;
  }

  private void free(TokenName name, Flight<K, T> flight, Either<AuthFailure, T> answer) {
    underWay.remove(name, flight);
    // Its landing may be another's to complete, which has a guard of its own.
    flight.endGuard();
    if (answer.isRight() && rejected.contains(answer.get().digest())) {
      // It was rejected after its arrival, perhaps before somebody joined this flight.
      flyAgain(name, flight.again());
    } else {
      flight.landing().complete(answer);
    }
  }

  private void flyAgain(TokenName name, Flight<K, T> flight) {
    Flight<K, T> faster = underWay.putIfAbsent(name, flight);
    if (faster == null) {
      guarded(name, flight, () -> begin(name, flight));
    } else {
      CompletionStage<Either<AuthFailure, T>> others = faster.landing();
      others.thenAccept(flight.landing()::complete);
    }
  }

  /** Its time is over; what it claimed is free for other nodes. */
  private void giveUp(TokenName name, Flight<K, T> flight) {
    Facts facts = flight.serverAsked() ? Facts.unanswered(endpoint()) : Facts.local(endpoint());
    // One that never began, or that another took the place of, holds no lease.
    boolean mayHoldALease = flight.isFlying();
    failedHere(name, flight, new TimedOut(Phase.WHOLE_CALL, facts));
    if (mayHoldALease) {
      region.release(name);
    }
  }

  /** A program's error, ours or one that was plugged in: told in full to whoever hears of such. */
  private AuthFailure unforeseen(Throwable thrown) {
    Throwable cause =
        thrown instanceof CompletionException && thrown.getCause() != null
            ? thrown.getCause()
            : thrown;
    UncaughtErrors.tell(cause);
    return new Unforeseen(
        ForeignText.of(cause.getClass().getSimpleName(), List.of()), Facts.local(endpoint()));
  }

  private void goOn(List<SlowStart.Departure> departures) {
    for (SlowStart.Departure departure : departures) {
      try {
        runtime.executor().execute(() -> go(departure));
      } catch (Throwable rejectedOrWorse) {
        go(departure);
      }
    }
  }

  /** In a loop: thousands that need not be sent after all would not fit on a stack. */
  private static void go(SlowStart.Departure first) {
    Deque<SlowStart.Departure> next = new ArrayDeque<>(List.of(first));
    while (!next.isEmpty()) {
      next.addAll(next.remove().go());
    }
  }
}
