package dev.partnerauth.cache;

import dev.partnerauth.app.App;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.ForeignText;
import dev.partnerauth.failure.Phase;
import dev.partnerauth.failure.ProtocolFailure.Unforeseen;
import dev.partnerauth.failure.Reach;
import dev.partnerauth.failure.TransientFailure.TimedOut;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.Delays;
import dev.partnerauth.port.Issuer;
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
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * The requests that are under way, at most one for each name. However a flight ends, and it always
 * does, first its token is kept, then its place is free for the next, and then those who wait are
 * answered.
 */
final class Flights<K extends TokenKey<T>, T extends Token> {

  private static final AuthFailure OUT_OF_TIME = new TimedOut(Phase.WHOLE_CALL, Facts.unanswered());

  private final Issuer<K, T> issuer;
  private final Shelf<T> shelf;
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
      Issuer<K, T> issuer,
      Shelf<T> shelf,
      Function<TokenName, Place<T>> places,
      RejectedTokens rejected,
      FailureMemory memory,
      CacheSettings settings,
      AuthRuntime runtime) {
    this.issuer = issuer;
    this.shelf = shelf;
    this.places = places;
    this.rejected = rejected;
    this.memory = memory;
    this.arrivals = new Arrivals<>(settings, runtime);
    this.landings =
        new Landings<>(
            places, rejected, memory, settings.cooldown().shortest().multipliedBy(2), runtime);
    this.settings = settings;
    this.runtime = runtime;
    this.slowStart = new SlowStart(runtime.time());
  }

  /** The flight for this name, to be joined. */
  Optional<Flight<K, T>> underWay(TokenName name) {
    return Optional.ofNullable(underWay.get(name));
  }

  /**
   * Begins on this thread.
   *
   * @return the flight of a caller that was faster, to be joined in place of this one
   */
  Optional<Flight<K, T>> launch(TokenName name, Flight<K, T> flight) {
    Flight<K, T> faster = underWay.putIfAbsent(name, flight);
    if (faster != null) {
      return Optional.of(faster);
    }
    Kept<T> kept = places.apply(name).get();
    long nanos = runtime.time().nanos();
    if (kept.isServedAt(nanos) && kept.lasts(flight.minimumRemaining(), nanos)) {
      // Another flight landed between this caller's look and its launch.
      free(name, flight, kept.answer());
    } else {
      begin(name, flight);
    }
    return Optional.empty();
  }

  /** Begins on the executor, so that whoever read the token to be renewed is not held up. */
  void launchInBackground(TokenName name, Flight<K, T> flight, Kept<T> renewed) {
    if (underWay.putIfAbsent(name, flight) != null) {
      return;
    }
    Kept<T> present = places.apply(name).get();
    if (present != renewed && present.isFreshAt(runtime.time().nanos())) {
      // Another flight landed between the reader's look and this launch.
      free(name, flight, present.answer());
      return;
    }
    try {
      runtime.executor().execute(() -> begin(name, flight));
    } catch (RejectedExecutionException e) {
      free(
          name,
          flight,
          landings.land(name, flight.key(), Either.left(unforeseen(e)), memory.presented()));
    }
  }

  private void begin(TokenName name, Flight<K, T> flight) {
    SlowStart.Departure departure = () -> fly(name, flight);
    if (slowStart.admits(departure)) {
      go(departure);
    }
  }

  private List<SlowStart.Departure> fly(TokenName name, Flight<K, T> flight) {
    Optional<Setback> heldUp = flight.probe() ? Optional.empty() : memory.holdingUp(name);
    if (heldUp.isPresent()) {
      free(name, flight, Either.left(heldUp.get().failure()));
      return slowStart.skipped();
    }
    List<? extends App> presented = memory.presented();
    AtomicBoolean ended = new AtomicBoolean();
    try {
      Delays.Pending guard =
          runtime
              .delays()
              .after(
                  settings.flightLimit(),
                  () -> end(ended, name, flight, Either.left(OUT_OF_TIME), presented));
      ask(name, flight)
          .whenComplete(
              (outcome, thrown) -> {
                guard.cancel();
                Either<AuthFailure, Kept<T>> landed =
                    thrown == null ? outcome : Either.left(unforeseen(thrown));
                if (!end(ended, name, flight, landed, presented)) {
                  landed.peek(late -> landings.keep(name, flight.key(), late));
                }
              });
    } catch (Throwable thrown) {
      end(ended, name, flight, Either.left(unforeseen(thrown)), presented);
    }
    return List.of();
  }

  /** Another node's token where there is one, and otherwise the server's. */
  private CompletionStage<Either<AuthFailure, Kept<T>>> ask(TokenName name, Flight<K, T> flight) {
    Kept<T> present = places.apply(name).get();
    return shelf
        .claim(
            name,
            found -> isOfUse(found, present, flight.minimumRemaining()),
            settings.flightLimit().dividedBy(2))
        .thenCompose(
            claim ->
                claim instanceof Claim.Found<T> found
                    ? CompletableFuture.completedFuture(
                        Either.right(arrivals.shared(found.token())))
                    : askServer(name, flight));
  }

  private CompletionStage<Either<AuthFailure, Kept<T>>> askServer(
      TokenName name, Flight<K, T> flight) {
    long askedAtNanos = runtime.time().nanos();
    return CompletableFuture.completedStage(new Budget(settings.flightLimit(), flight.tries()))
        .thenCompose(budget -> issuer.issue(flight.key(), budget))
        .thenApply(outcome -> outcome.map(token -> arrivals.issued(token, askedAtNanos)))
        .whenComplete(
            (outcome, thrown) -> {
              if (thrown == null && outcome.isRight() && isToBeShared(outcome.get())) {
                outcome.get().token().ifPresent(token -> shelf.share(name, token));
              } else {
                shelf.giveUp(name);
              }
            });
  }

  private boolean isToBeShared(Kept<T> arrived) {
    return arrived.isServedAt(runtime.time().nanos()) && !landings.isRejected(arrived);
  }

  /** Another node's token: newer than the one that is kept here, and not itself to be renewed. */
  private boolean isOfUse(T found, Kept<T> present, Duration minimumRemaining) {
    Kept<T> kept = arrivals.shared(found);
    long nanos = runtime.time().nanos();
    return kept.isFreshAt(nanos)
        && kept.lasts(minimumRemaining, nanos)
        && present.token().filter(found::equals).isEmpty()
        && !landings.isRejected(kept);
  }

  /** Whether this was the first end that came. */
  private boolean end(
      AtomicBoolean ended,
      TokenName name,
      Flight<K, T> flight,
      Either<AuthFailure, Kept<T>> outcome,
      List<? extends App> presented) {
    if (!ended.compareAndSet(false, true)) {
      return false;
    }
    boolean well = outcome.isRight() || outcome.getLeft().reach() != Reach.ENDPOINT;
    try {
      free(name, flight, landings.land(name, flight.key(), outcome, presented));
    } catch (Throwable thrown) {
      free(name, flight, Either.left(unforeseen(thrown)));
    } finally {
      goOn(well ? slowStart.succeeded() : slowStart.failed());
    }
    return true;
  }

  private void free(TokenName name, Flight<K, T> flight, Either<AuthFailure, T> answer) {
    underWay.remove(name, flight);
    if (answer.isRight() && rejected.contains(answer.get().digest())) {
      // It was rejected after its arrival, perhaps before somebody joined this flight.
      flyAgain(name, flight);
    } else {
      flight.landing().complete(answer);
    }
  }

  private void flyAgain(TokenName name, Flight<K, T> flight) {
    Flight<K, T> faster = underWay.putIfAbsent(name, flight);
    if (faster == null) {
      begin(name, flight);
    } else {
      CompletionStage<Either<AuthFailure, T>> others = faster.landing();
      others.thenAccept(flight.landing()::complete);
    }
  }

  /** A program's error, ours or one that was plugged in: told in full to whoever hears of such. */
  private static AuthFailure unforeseen(Throwable thrown) {
    Throwable cause =
        thrown instanceof CompletionException && thrown.getCause() != null
            ? thrown.getCause()
            : thrown;
    UncaughtErrors.tell(cause);
    return new Unforeseen(ForeignText.of(cause.getClass().getSimpleName(), List.of()));
  }

  private void goOn(List<SlowStart.Departure> departures) {
    for (SlowStart.Departure departure : departures) {
      try {
        runtime.executor().execute(() -> go(departure));
      } catch (RejectedExecutionException e) {
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
