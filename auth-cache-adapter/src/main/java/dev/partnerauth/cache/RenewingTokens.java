package dev.partnerauth.cache;

import dev.partnerauth.event.AuthEvent.FlightJoined;
import dev.partnerauth.event.AuthEvent.ServedWhileRenewalFails;
import dev.partnerauth.event.AuthEvent.TokenInvalidated;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.Phase;
import dev.partnerauth.failure.TransientFailure.TimedOut;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.Budget.Tries;
import dev.partnerauth.port.Issuer;
import dev.partnerauth.port.RenewalTrouble;
import dev.partnerauth.port.Standing;
import dev.partnerauth.port.Time;
import dev.partnerauth.port.TokenSource;
import dev.partnerauth.port.Tokens;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenDigest;
import dev.partnerauth.token.TokenKey;
import dev.partnerauth.token.TokenName;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads tokens of one app and kind: a live one at once, and otherwise by way of the one flight that
 * fetches it. A read of a live token takes no lock.
 */
final class RenewingTokens<K extends TokenKey<T>, T extends Token> implements Tokens<K, T> {

  private static final AuthFailure NO_TIME = new TimedOut(Phase.WHOLE_CALL, Facts.local());

  private final AuthRuntime runtime;
  private final Time time;
  private final Shelf<T> shelf;
  private final Map<TokenName, Place.Pinned<T>> pins = new ConcurrentHashMap<>();
  private final RejectedTokens rejected;
  private final FailureMemory memory;
  private final Flights<K, T> flights;
  private final Waiting.Blocking<T> blocking = new Waiting.Blocking<>();
  private final Waiting.Later<T> later;

  RenewingTokens(
      Issuer<K, T> issuer,
      TokenStore store,
      SetbackCell endpoint,
      CacheSettings settings,
      AuthRuntime runtime) {
    this.runtime = runtime;
    this.time = runtime.time();
    this.rejected = new RejectedTokens(settings.remembered());
    this.memory = new FailureMemory(endpoint, issuer::credentials, settings, runtime);
    this.shelf =
        store.shelf(
            new TokenStore.ShelfOwner(
                issuer.clientId(), issuer.kind(), runtime, this::rejectedElsewhere));
    this.flights = new Flights<>(issuer, shelf, this::placeOf, rejected, memory, settings, runtime);
    this.later = new Waiting.Later<>(runtime);
  }

  @Override
  public Either<AuthFailure, T> get(K key, Duration minimumRemaining, Budget budget) {
    TokenName name = key.name();
    Place<T> pinned = pins.isEmpty() ? null : pins.get(name);
    Kept<T> kept = pinned == null ? shelf.get(name) : pinned.get();
    return kept.isFreshAt(time.nanos()) && minimumRemaining.isZero()
        ? kept.answer()
        : read(new Wish<>(key, name, placeOf(name), minimumRemaining, budget), blocking);
  }

  @Override
  public CompletionStage<Either<AuthFailure, T>> getAsync(
      K key, Duration minimumRemaining, Budget budget) {
    TokenName name = key.name();
    return read(new Wish<>(key, name, placeOf(name), minimumRemaining, budget), later);
  }

  private Place<T> placeOf(TokenName name) {
    Place<T> pinned = pins.get(name);
    return pinned == null ? new Place.Shelved<>(shelf, name) : pinned;
  }

  /** What a caller wants, and where it may stand. */
  private record Wish<K extends TokenKey<T>, T extends Token>(
      K key, TokenName name, Place<T> place, Duration minimumRemaining, Budget budget) {}

  private <A> A read(Wish<K, T> wish, Waiting<T, A> waiting) {
    Kept<T> kept = wish.place().get();
    long nanos = time.nanos();
    if (kept.isServedAt(nanos) && kept.lasts(wish.minimumRemaining(), nanos)) {
      if (!kept.isFreshAt(nanos)) {
        renew(wish, kept);
      }
      return waiting.atOnce(kept.answer());
    }
    Duration limit = wish.budget().time();
    if (limit.isZero() || limit.isNegative()) {
      return waiting.atOnce(Either.left(NO_TIME));
    }
    Optional<Flight<K, T>> underWay = flights.underWay(wish.name());
    if (underWay.isPresent()) {
      return join(underWay.get(), wish, waiting);
    }
    FailureMemory.Leave leave = memory.leave(wish.name());
    if (leave.heldUpBy().isPresent()) {
      return waiting.atOnce(Either.left(leave.heldUpBy().get().failure()));
    }
    Tries tries = leave.probe() ? Tries.ONE : wish.budget().tries();
    Flight<K, T> flight = Flight.of(wish.key(), tries, leave.probe(), wish.minimumRemaining());
    return flights
        .launch(wish.name(), flight)
        .map(faster -> join(faster, wish, waiting))
        .orElseGet(() -> waiting.until(flight.landing(), limit));
  }

  private <A> A join(Flight<K, T> flight, Wish<K, T> wish, Waiting<T, A> waiting) {
    runtime.announce(new FlightJoined(wish.key().label()));
    return waiting.until(flight.landing(), wish.budget().time());
  }

  /** Begins a renewal in the background, unless one is under way or something speaks against it. */
  private void renew(Wish<K, T> wish, Kept<T> kept) {
    if (flights.underWay(wish.name()).isPresent()) {
      return;
    }
    Optional<Setback> untold = kept.setback().filter(setback -> !setback.isDueAt(time.nanos()));
    if (untold.isPresent()) {
      tellOf(untold.get(), wish, kept);
      return;
    }
    FailureMemory.Leave leave = memory.leave(wish.name());
    if (leave.heldUpBy().isPresent()) {
      tellOf(leave.heldUpBy().get(), wish, kept);
      return;
    }
    flights.launchInBackground(
        wish.name(), Flight.of(wish.key(), Tries.ONE, leave.probe(), Duration.ZERO), kept);
  }

  /**
   * Once for each failure; until the next attempt is due, further readers are not held up by it.
   */
  private void tellOf(Setback setback, Wish<K, T> wish, Kept<T> kept) {
    if (wish.place().replace(kept, kept.toldOf(setback))) {
      Instant until = time.now().plus(kept.servedOnAt(time.nanos()));
      kept.token()
          .map(token -> new ServedWhileRenewalFails(wish.key().label(), token.digest(), until))
          .ifPresent(runtime::announce);
    }
  }

  @Override
  public void reject(K key, T token) {
    TokenName name = key.name();
    Place<T> place = placeOf(name);
    Optional<T> replacedBy = place.get().token().filter(present -> !present.equals(token));
    if (replacedBy.isPresent()) {
      return;
    }
    boolean news = rejected.add(token.digest());
    boolean removed = forget(place, token.digest());
    if (news) {
      // Only once: a hundred callers who held the token must not call off a hundred cooldowns.
      memory.forgetRefusals(name);
      shelf.reject(name, token);
    }
    if (removed) {
      runtime.announce(new TokenInvalidated(key.label(), token.digest()));
    }
  }

  private void rejectedElsewhere(TokenName name, TokenDigest token) {
    rejected.add(token);
    forget(placeOf(name), token);
  }

  /** Renewals may replace what stands there meanwhile, by the same token with another trouble. */
  private boolean forget(Place<T> place, TokenDigest token) {
    Kept<T> kept = place.get();
    while (kept.token().filter(present -> present.digest().equals(token)).isPresent()) {
      if (place.replace(kept, Kept.none())) {
        return true;
      }
      kept = place.get();
    }
    return false;
  }

  @Override
  public Standing<T> standing(K key) {
    TokenName name = key.name();
    Kept<T> kept = placeOf(name).get();
    Optional<T> served = kept.token().filter(token -> kept.isServedAt(time.nanos()));
    Optional<RenewalTrouble> trouble =
        served.isPresent() ? kept.trouble() : memory.holdingUp(name).map(Setback::trouble);
    return new Standing<>(served, trouble);
  }

  @Override
  public TokenSource<T> pinned(K key) {
    TokenName name = key.name();
    Place.Pinned<T> place =
        pins.computeIfAbsent(name, pinnedName -> new Place.Pinned<>(shelf.get(pinnedName)));
    Time clocks = time; // a step less on the way to them than by way of the outer object
    return new TokenSource<>() {
      @Override
      public Either<AuthFailure, T> get(Budget budget) {
        Kept<T> kept = place.get();
        return kept.isFreshAt(clocks.nanos())
            ? kept.answer()
            : read(new Wish<>(key, name, place, Duration.ZERO, budget), blocking);
      }

      @Override
      public CompletionStage<Either<AuthFailure, T>> getAsync(Budget budget) {
        return read(new Wish<>(key, name, place, Duration.ZERO, budget), later);
      }

      @Override
      public void reject(T token) {
        RenewingTokens.this.reject(key, token);
      }
    };
  }
}
