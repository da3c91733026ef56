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
import dev.partnerauth.port.TokenSource;
import dev.partnerauth.port.Tokens;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenDigest;
import dev.partnerauth.token.TokenKey;
import dev.partnerauth.token.TokenName;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Reads tokens of one app and kind: a live one at once, and otherwise by way of the one flight that
 * fetches it. A read of a live token takes no lock.
 */
final class RenewingTokens<K extends TokenKey<T>, T extends Token> implements Tokens<K, T> {

  private static final AuthFailure NO_TIME = new TimedOut(Phase.WHOLE_CALL, Facts.local());

  private final AuthRuntime runtime;
  private final Shelf<T> shelf;
  private final Map<TokenName, Place.Pinned<T>> pins = new ConcurrentHashMap<>();
  private final RejectedTokens rejected;
  private final FailureMemory memory;
  private final Flights<K, T> flights;
  private final Waiting waiting;

  RenewingTokens(
      Issuer<K, T> issuer,
      TokenStore store,
      SetbackCell endpoint,
      CacheSettings settings,
      AuthRuntime runtime) {
    this.runtime = runtime;
    this.rejected = new RejectedTokens(settings.remembered());
    this.memory = new FailureMemory(endpoint, issuer::credentials, settings, runtime);
    this.shelf =
        store.shelf(
            new TokenStore.ShelfOwner(
                issuer.clientId(), issuer.kind(), runtime, this::rejectedElsewhere));
    this.flights = new Flights<>(issuer, shelf, this::placeOf, rejected, memory, settings, runtime);
    this.waiting = new Waiting(runtime);
  }

  @Override
  public Either<AuthFailure, T> get(K key, Duration minimumRemaining, Budget budget) {
    TokenName name = key.name();
    Kept<T> kept = kept(name);
    return kept.isFreshAt(runtime.time().nanos()) && minimumRemaining.isZero()
        ? kept.answer()
        : read(placeOf(name), key, name, minimumRemaining, budget, this::now, waiting::block);
  }

  @Override
  public CompletionStage<Either<AuthFailure, T>> getAsync(
      K key, Duration minimumRemaining, Budget budget) {
    TokenName name = key.name();
    return read(
        placeOf(name),
        key,
        name,
        minimumRemaining,
        budget,
        CompletableFuture::completedFuture,
        waiting::later);
  }

  private Either<AuthFailure, T> now(Either<AuthFailure, T> outcome) {
    return outcome;
  }

  private Kept<T> kept(TokenName name) {
    if (pins.isEmpty()) {
      return shelf.get(name);
    }
    return placeOf(name).get();
  }

  private Place<T> placeOf(TokenName name) {
    Place<T> pinned = pins.get(name);
    return pinned == null ? new Place.Shelved<>(shelf, name) : pinned;
  }

  /** Blocking and asynchronous callers differ only in how they are answered and how they wait. */
  private <A> A read(
      Place<T> place,
      K key,
      TokenName name,
      Duration minimumRemaining,
      Budget budget,
      Function<Either<AuthFailure, T>, A> atOnce,
      BiFunction<CompletableFuture<Either<AuthFailure, T>>, Duration, A> waiting) {
    Kept<T> kept = place.get();
    long nanos = runtime.time().nanos();
    if (kept.isServedAt(nanos) && kept.lasts(minimumRemaining, nanos)) {
      if (!kept.isFreshAt(nanos)) {
        renew(place, kept, key, name);
      }
      return atOnce.apply(kept.answer());
    }
    if (budget.time().isZero() || budget.time().isNegative()) {
      return atOnce.apply(Either.left(NO_TIME));
    }
    return flights
        .join(name)
        .map(
            flight -> {
              runtime.announce(new FlightJoined(key.label()));
              return waiting.apply(flight.landing(), budget.time());
            })
        .orElseGet(
            () -> {
              FailureMemory.Leave leave = memory.leave(name);
              if (leave.heldUpBy().isPresent()) {
                return atOnce.apply(Either.left(leave.heldUpBy().get().failure()));
              }
              Flight<K, T> flight =
                  Flight.of(
                      key,
                      leave.probe() ? Tries.ONE : budget.tries(),
                      leave.probe(),
                      minimumRemaining);
              return waiting.apply(flights.launch(name, flight).landing(), budget.time());
            });
  }

  /** Begins a renewal in the background, unless one is under way or something speaks against it. */
  private void renew(Place<T> place, Kept<T> kept, K key, TokenName name) {
    if (flights.join(name).isPresent()) {
      return;
    }
    Optional<Setback> news =
        kept.setback().filter(setback -> !setback.isDueAt(runtime.time().nanos()));
    if (news.isPresent()) {
      tellOf(news.get(), place, kept, key);
      return;
    }
    FailureMemory.Leave leave = memory.leave(name);
    if (leave.heldUpBy().isPresent()) {
      tellOf(leave.heldUpBy().get(), place, kept, key);
      return;
    }
    flights.launchInBackground(name, Flight.of(key, Tries.ONE, leave.probe(), Duration.ZERO), kept);
  }

  private void tellOf(Setback setback, Place<T> place, Kept<T> kept, K key) {
    if (place.replace(kept, kept.toldOf(setback))) {
      kept.token()
          .ifPresent(
              token ->
                  runtime.announce(
                      new ServedWhileRenewalFails(
                          key.label(),
                          token.digest(),
                          runtime.time().now().plus(kept.servedOnAt(runtime.time().nanos())))));
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
    rejected.add(token.digest());
    boolean removed = forget(place, token.digest());
    memory.forgetRefusals(name);
    shelf.reject(name, token);
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
    Kept<T> kept = kept(name);
    Optional<T> served = kept.token().filter(token -> kept.isServedAt(runtime.time().nanos()));
    Optional<RenewalTrouble> trouble =
        served.isPresent() ? kept.trouble() : memory.holdingUp(name).map(Setback::trouble);
    return new Standing<>(served, trouble);
  }

  @Override
  public TokenSource<T> pinned(K key) {
    TokenName name = key.name();
    Place.Pinned<T> place =
        pins.computeIfAbsent(name, pinnedName -> new Place.Pinned<>(shelf.get(pinnedName)));
    return new TokenSource<>() {
      @Override
      public Either<AuthFailure, T> get(Budget budget) {
        Kept<T> kept = place.get();
        return kept.isFreshAt(runtime.time().nanos())
            ? kept.answer()
            : read(
                place, key, name, Duration.ZERO, budget, RenewingTokens.this::now, waiting::block);
      }

      @Override
      public CompletionStage<Either<AuthFailure, T>> getAsync(Budget budget) {
        return read(
            place,
            key,
            name,
            Duration.ZERO,
            budget,
            CompletableFuture::completedFuture,
            waiting::later);
      }

      @Override
      public void reject(T token) {
        RenewingTokens.this.reject(key, token);
      }
    };
  }
}
