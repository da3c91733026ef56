package dev.partnerauth.cache.oracle;

import dev.partnerauth.cache.CacheSettings;
import dev.partnerauth.event.AuthEvent.FlightJoined;
import dev.partnerauth.event.AuthEvent.ServedWhileRenewalFails;
import dev.partnerauth.event.AuthEvent.TokenInvalidated;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.CallerFailure.LifetimeTooShort;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.Phase;
import dev.partnerauth.failure.TransientFailure.TimedOut;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.Budget.Tries;
import dev.partnerauth.port.RenewalTrouble;
import dev.partnerauth.port.Standing;
import dev.partnerauth.port.Time;
import dev.partnerauth.port.TokenLoader;
import dev.partnerauth.port.TokenSource;
import dev.partnerauth.port.Tokens;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenDigest;
import dev.partnerauth.token.TokenKey;
import dev.partnerauth.token.TokenKind;
import dev.partnerauth.token.TokenLabel;
import dev.partnerauth.token.TokenName;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
  private final TokenRegion<T> region;
  private final Map<TokenName, Place.Pinned<T>> pins = new ConcurrentHashMap<>();
  private final RejectedTokens rejected;
  private final FailureMemory memory;
  private final Flights<K, T> flights;
  private final Shortness shortness;
  private final TokenKind kind;
  private final Duration glance;
  private final Waiting.Blocking<T> blocking = new Waiting.Blocking<>();
  private final Waiting.Later<T> later;

  RenewingTokens(
      TokenLoader<K, T> loader,
      TokenStore store,
      EndpointHealth endpoint,
      CacheSettings settings,
      AuthRuntime runtime) {
    this.runtime = runtime;
    this.time = runtime.time();
    this.kind = loader.kind();
    this.glance = settings.cooldown().shortest();
    this.shortness = new Shortness(settings, runtime);
    this.rejected = new RejectedTokens(settings.remembered());
    this.memory = new FailureMemory(endpoint, loader::credentials, settings, runtime);
    this.region =
        store.region(
            new TokenStore.RegionOwner(
                loader.clientId(), loader.kind(), runtime, this::rejectedElsewhere));
    this.flights =
        new Flights<>(loader, region, this::placeOf, rejected, memory, settings, runtime);
    this.later = new Waiting.Later<>(runtime);
  }

  @Override
  public Either<AuthFailure, T> get(K key, Duration minimumRemaining, Budget budget) {
    TokenName name = key.name();
    Place<T> pinned = pins.isEmpty() ? null : pins.get(name);
    CacheEntry<T> kept = pinned == null ? region.get(name) : pinned.get();
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
    return pinned == null ? new Place.InRegion<>(region, name) : pinned;
  }

  /** What a caller wants, and where it may stand. */
  private record Wish<K extends TokenKey<T>, T extends Token>(
      K key, TokenName name, Place<T> place, Duration minimumRemaining, Budget budget) {}

  private <A> A read(Wish<K, T> wish, Waiting<T, A> waiting) {
    CacheEntry<T> kept = wish.place().get();
    long nanos = time.nanos();
    boolean served = kept.isServedAt(nanos);
    if (served && kept.lasts(wish.minimumRemaining(), nanos)) {
      if (!kept.isFreshAt(nanos)) {
        renew(wish, kept);
      }
      return waiting.atOnce(kept.answer());
    }
    if (served && shortness.isKnown(wish.name(), wish.minimumRemaining())) {
      return waiting.atOnce(tooShort(wish, kept));
    }
    Duration limit = wish.budget().time();
    if (limit.isZero() || limit.isNegative()) {
      return waiting.atOnce(Either.left(NO_TIME));
    }
    Either<AuthFailure, CompletableFuture<Either<AuthFailure, T>>> awaited = fetch(wish, true);
    return awaited.fold(
        failure -> waiting.atOnce(Either.left(failure)),
        landing -> waiting.until(lasting(wish, landing), limit));
  }

  /** By the flight that is under way, or by one of its own; or what speaks against that. */
  private Either<AuthFailure, CompletableFuture<Either<AuthFailure, T>>> fetch(
      Wish<K, T> wish, boolean joinsForTheFirstTime) {
    Optional<Flight<K, T>> underWay = flights.join(wish.name());
    if (underWay.isPresent()) {
      return Either.right(joined(underWay.get(), wish, joinsForTheFirstTime));
    }
    Leave leave = memory.leave(wish.name());
    if (leave.heldUpBy().isPresent()) {
      return Either.left(leave.heldUpBy().get().failure());
    }
    Tries tries = leave.isToProbe() ? Tries.ONE : wish.budget().tries();
    Flight<K, T> flight = Flight.of(wish.key(), tries, leave, wish.minimumRemaining(), time);
    return Either.right(
        flights
            .launch(wish.name(), flight)
            .map(faster -> joined(faster, wish, joinsForTheFirstTime))
            .orElseGet(flight::landing));
  }

  private CompletableFuture<Either<AuthFailure, T>> joined(
      Flight<K, T> flight, Wish<K, T> wish, boolean joinsForTheFirstTime) {
    if (joinsForTheFirstTime) {
      runtime.announce(new FlightJoined(wish.key().label()));
    }
    boolean maySuffice = flight.minimumRemaining().compareTo(wish.minimumRemaining()) >= 0;
    return maySuffice
        ? flight.landing()
        : flight
            .landing()
            .thenCompose(
                outcome -> outcome.fold(failure -> flight.landing(), token -> again(wish, flight)));
  }

  /** A joined flight brought a token for somebody who needed less. */
  private CompletableFuture<Either<AuthFailure, T>> again(Wish<K, T> wish, Flight<K, T> joined) {
    CacheEntry<T> kept = placeOf(wish.name()).get();
    return kept.lasts(wish.minimumRemaining(), time.nanos())
            || shortness.isKnown(wish.name(), wish.minimumRemaining())
        ? joined.landing()
        : fetch(wish, false)
            .fold(
                failure -> CompletableFuture.completedFuture(Either.left(failure)),
                landing -> landing);
  }

  /** Even a new token may fall short of what the caller needs. */
  private CompletableFuture<Either<AuthFailure, T>> lasting(
      Wish<K, T> wish, CompletableFuture<Either<AuthFailure, T>> landing) {
    return wish.minimumRemaining().isZero()
        ? landing
        : landing.thenApply(
            outcome ->
                outcome.flatMap(
                    token -> {
                      CacheEntry<T> kept = placeOf(wish.name()).get();
                      if (kept.lasts(wish.minimumRemaining(), time.nanos())) {
                        return kept.answer();
                      }
                      token.lifetime().ifPresent(life -> shortness.learn(wish.name(), life));
                      return tooShort(wish, kept);
                    }));
  }

  private Either<AuthFailure, T> tooShort(Wish<K, T> wish, CacheEntry<T> kept) {
    return Either.left(
        new LifetimeTooShort(wish.minimumRemaining(), kept.remainingAt(time.nanos())));
  }

  /** Begins a renewal in the background, unless one is under way or something speaks against it. */
  private void renew(Wish<K, T> wish, CacheEntry<T> kept) {
    if (flights.isUnderWay(wish.name())) {
      return;
    }
    Optional<Setback> own =
        kept.setback()
            .filter(setback -> !setback.isDueAt(time.nanos()))
            .filter(setback -> !kept.isOverWithTheMemory() || memory.isTroubled(wish.name()));
    if (own.isPresent()) {
      leaveAlone(wish, kept, own.get());
      return;
    }
    Leave leave = memory.leave(wish.name());
    if (leave.heldUpBy().isPresent()) {
      leaveAlone(wish, kept, leave.heldUpBy().get());
      return;
    }
    flights.launchInBackground(
        wish.name(), Flight.of(wish.key(), Tries.ONE, leave, Duration.ZERO, time), kept);
  }

  /** For a short while: it may be over before its time, through others or new credentials. */
  private void leaveAlone(Wish<K, T> wish, CacheEntry<T> kept, Setback setback) {
    long soon = time.nanos() + glance.toNanos();
    long until = setback.isDueAt(soon) ? setback.nextAttemptNanos() : soon;
    if (wish.place().replace(kept, kept.leftAloneUntil(until, setback)) && kept.hasNews()) {
      Instant end = time.now().plus(kept.servedOnAt(time.nanos()));
      kept.token()
          .map(token -> new ServedWhileRenewalFails(wish.key().label(), token.digest(), end))
          .ifPresent(runtime::announce);
    }
  }

  @Override
  public void reject(K key, T token) {
    TokenName name = key.name();
    boolean news = rejected.add(token.digest());
    boolean replaced =
        placeOf(name).get().token().filter(present -> !present.equals(token)).isPresent();
    forget(name, token.digest(), key.label());
    if (news) {
      // Only once: a hundred callers who held the token must not call off a hundred cooldowns.
      region.reject(name, token);
      if (!replaced) {
        memory.doubtRefusals(name);
      }
    }
  }

  private void rejectedElsewhere(TokenName name, TokenDigest token) {
    rejected.add(token);
    forget(name, token, new TokenLabel(name.clientId(), kind, Optional.empty()));
  }

  /** Twice, since a token may be pinned meanwhile. */
  private void forget(TokenName name, TokenDigest token, TokenLabel label) {
    boolean shelved = forget(placeOf(name), token);
    boolean pinned = forget(placeOf(name), token);
    if (shelved || pinned) {
      runtime.announce(new TokenInvalidated(label, token));
    }
  }

  /** Renewals may replace what stands there meanwhile, by the same token with another trouble. */
  private static <T extends Token> boolean forget(Place<T> place, TokenDigest token) {
    CacheEntry<T> kept = place.get();
    while (kept.token().filter(present -> present.digest().equals(token)).isPresent()) {
      if (place.replace(kept, CacheEntry.none())) {
        return true;
      }
      kept = place.get();
    }
    return false;
  }

  @Override
  public Standing<T> standing(K key) {
    TokenName name = key.name();
    CacheEntry<T> kept = placeOf(name).get();
    Optional<T> served = kept.token().filter(token -> kept.isServedAt(time.nanos()));
    Optional<Setback> setback =
        served.isPresent()
            ? kept.setback().filter(own -> !kept.isOverWithTheMemory() || memory.isTroubled(name))
            : memory.holdingUp(name);
    Optional<RenewalTrouble> trouble = setback.map(Setback::trouble);
    return new Standing<>(served, trouble);
  }

  @Override
  public TokenSource<T> pinned(K key) {
    TokenName name = key.name();
    Place.Pinned<T> place =
        pins.computeIfAbsent(name, pinnedName -> new Place.Pinned<>(region.get(pinnedName)));
    place
        .get()
        .token()
        .map(Token::digest)
        .filter(rejected::contains)
        .ifPresent(token -> forget(place, token));
    Time clocks = time; // a step less on the way to them than by way of the outer object
    return new TokenSource<>() {
      @Override
      public Either<AuthFailure, T> get(Budget budget) {
        CacheEntry<T> kept = place.get();
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
