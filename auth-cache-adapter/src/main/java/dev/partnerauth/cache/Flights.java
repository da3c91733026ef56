package dev.partnerauth.cache;

import dev.partnerauth.app.App;
import dev.partnerauth.event.AuthEvent.RenewalFailed;
import dev.partnerauth.event.AuthEvent.TokenRenewed;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.ForeignText;
import dev.partnerauth.failure.Phase;
import dev.partnerauth.failure.ProtocolFailure.DeadOnArrival;
import dev.partnerauth.failure.ProtocolFailure.RejectedTokenReissued;
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
    this.settings = settings;
    this.runtime = runtime;
    this.slowStart = new SlowStart(runtime.time());
  }

  /** The flight for this name, if one is under way. */
  Optional<Flight<K, T>> join(TokenName name) {
    return Optional.ofNullable(underWay.get(name));
  }

  /** Begins on this thread, unless another caller was faster: then that one's flight is joined. */
  Flight<K, T> launch(TokenName name, Flight<K, T> flight) {
    Flight<K, T> faster = underWay.putIfAbsent(name, flight);
    if (faster != null) {
      return faster;
    }
    Kept<T> kept = places.apply(name).get();
    long nanos = runtime.time().nanos();
    if (kept.isServedAt(nanos) && kept.lasts(flight.minimumRemaining(), nanos)) {
      // Another flight landed between this caller's look and its launch.
      free(name, flight, kept.answer());
      return flight;
    }
    begin(name, flight);
    return flight;
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
      land(name, flight, Either.left(unforeseen(e)), memory.presented());
    }
  }

  private void begin(TokenName name, Flight<K, T> flight) {
    slowStart.enter(() -> fly(name, flight));
  }

  private void fly(TokenName name, Flight<K, T> flight) {
    Optional<Setback> heldUp = flight.probe() ? Optional.empty() : memory.holdingUp(name);
    if (heldUp.isPresent()) {
      free(name, flight, Either.left(heldUp.get().failure()));
      run(slowStart.skipped());
      return;
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
                  landed.peek(late -> keep(name, flight.key(), late));
                }
              });
    } catch (Throwable thrown) {
      end(ended, name, flight, Either.left(unforeseen(thrown)), presented);
    }
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
                    ? CompletableFuture.completedFuture(Either.right(shared(found.token())))
                    : askServer(name, flight));
  }

  private CompletionStage<Either<AuthFailure, Kept<T>>> askServer(
      TokenName name, Flight<K, T> flight) {
    long askedAtNanos = runtime.time().nanos();
    return issuer
        .issue(flight.key(), new Budget(settings.flightLimit(), flight.tries()))
        .thenApply(outcome -> outcome.map(token -> issued(token, askedAtNanos)))
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
    return arrived.isServedAt(runtime.time().nanos()) && !isRejected(arrived);
  }

  /** Another node's token: newer than the one that is kept here, and not itself to be renewed. */
  private boolean isOfUse(T found, Kept<T> present, Duration minimumRemaining) {
    Kept<T> kept = shared(found);
    long nanos = runtime.time().nanos();
    return kept.isFreshAt(nanos)
        && kept.lasts(minimumRemaining, nanos)
        && present.token().filter(found::equals).isEmpty()
        && !isRejected(kept);
  }

  private boolean isRejected(Kept<T> kept) {
    return kept.token().filter(token -> rejected.contains(token.digest())).isPresent();
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
      land(name, flight, outcome, presented);
    } catch (Throwable thrown) {
      free(name, flight, Either.left(unforeseen(thrown)));
    } finally {
      run(well ? slowStart.succeeded() : slowStart.failed());
    }
    return true;
  }

  private void land(
      TokenName name,
      Flight<K, T> flight,
      Either<AuthFailure, Kept<T>> outcome,
      List<? extends App> presented) {
    Either<AuthFailure, Kept<T>> arrived =
        outcome.flatMap(
            kept ->
                isRejected(kept) ? Either.left(new RejectedTokenReissued()) : Either.right(kept));
    arrived
        .fold(Optional::of, kept -> keep(name, flight.key(), kept))
        .ifPresentOrElse(
            failure -> failed(name, flight.key(), failure, presented),
            () -> memory.succeeded(name));
    free(name, flight, arrived.flatMap(Kept::answer));
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

  /** Keeps a token that lives; or tells why not. */
  private Optional<AuthFailure> keep(TokenName name, K key, Kept<T> arrived) {
    if (!arrived.isServedAt(runtime.time().nanos())) {
      return arrived
          .token()
          .map(token -> new DeadOnArrival(token.expiration().orElse(token.obtainedAt())));
    }
    Place<T> place = places.apply(name);
    Kept<T> before = place.get();
    while (!place.replace(before, arrived)) {
      before = place.get();
    }
    if (isRejected(arrived)) {
      // It was rejected between its arrival and now, when there was nothing yet to be removed.
      place.replace(arrived, Kept.none());
      return Optional.of(new RejectedTokenReissued());
    }
    announceRenewal(key, before, arrived);
    return Optional.empty();
  }

  private void announceRenewal(K key, Kept<T> before, Kept<T> arrived) {
    if (before.isServedAt(runtime.time().nanos())) {
      before
          .token()
          .flatMap(
              old ->
                  arrived
                      .token()
                      .map(token -> new TokenRenewed(key.label(), old.digest(), token.digest())))
          .ifPresent(runtime::announce);
    }
  }

  /**
   * The token's own time stamp tells its age to the moment, but by the wall clock, which may have
   * jumped: what the request took by the other clock is the most that it can be.
   */
  private Kept<T> issued(T token, long askedAtNanos) {
    Duration age = wallAge(token);
    Duration atMost = Duration.ofNanos(runtime.time().nanos() - askedAtNanos);
    return kept(token, age.isNegative() || age.compareTo(atMost) > 0 ? atMost : age);
  }

  /** From another node, whose time stamp is all there is. */
  private Kept<T> shared(T token) {
    Duration age = wallAge(token);
    return kept(token, age.isNegative() ? Duration.ZERO : age);
  }

  private Duration wallAge(T token) {
    return Duration.between(token.obtainedAt(), runtime.time().now());
  }

  /** Without an expiration it counts as dead: nobody could tell when to let go of it. */
  private Kept<T> kept(T token, Duration age) {
    return Kept.of(
        token,
        token.lifetime().orElse(Duration.ZERO),
        runtime.time().nanos() - age.toNanos(),
        settings.refreshPolicy(),
        runtime.random().nextDouble());
  }

  private void failed(TokenName name, K key, AuthFailure failure, List<? extends App> presented) {
    Place<T> place = places.apply(name);
    Kept<T> kept = place.get();
    Setback setback = memory.failed(name, failure, presented, kept.setback());
    while (kept.isServedAt(runtime.time().nanos())) {
      if (place.replace(kept, kept.heldUpBy(setback))) {
        runtime.announce(
            new RenewalFailed(key.label(), failure, setback.since(), setback.nextAttempt()));
        return;
      }
      kept = place.get();
    }
  }

  /** A program's error, ours or one that was plugged in: told in full to whoever hears of such. */
  private static AuthFailure unforeseen(Throwable thrown) {
    Throwable cause =
        thrown instanceof CompletionException && thrown.getCause() != null
            ? thrown.getCause()
            : thrown;
    Thread thread = Thread.currentThread();
    thread.getUncaughtExceptionHandler().uncaughtException(thread, cause);
    return new Unforeseen(ForeignText.of(cause.getClass().getSimpleName(), List.of()));
  }

  private void run(List<Runnable> requests) {
    for (Runnable request : requests) {
      try {
        runtime.executor().execute(request);
      } catch (RejectedExecutionException e) {
        request.run();
      }
    }
  }
}
