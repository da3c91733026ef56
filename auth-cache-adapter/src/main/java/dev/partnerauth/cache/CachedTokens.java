package dev.partnerauth.cache;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.Phase;
import dev.partnerauth.failure.TransientFailure.Interrupted;
import dev.partnerauth.failure.TransientFailure.TimedOut;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.Delays;
import dev.partnerauth.port.Standing;
import dev.partnerauth.port.Time;
import dev.partnerauth.port.TokenLoader;
import dev.partnerauth.port.TokenSource;
import dev.partnerauth.port.Tokens;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenDigest;
import dev.partnerauth.token.TokenKey;
import dev.partnerauth.token.TokenLabel;
import dev.partnerauth.token.TokenName;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The tokens of one app and kind. A fresh one is read without a lock and without a look at anything
 * but its entry; everything else is the {@link KeyDriver}'s.
 */
final class CachedTokens<K extends TokenKey<T>, T extends Token> implements Tokens<K, T> {

  private static final AuthFailure TIMED_OUT = new TimedOut(Phase.WAITING, Facts.local());
  private static final Duration LONGEST_WAIT = Duration.ofDays(365);

  private final AuthRuntime runtime;
  private final Time time;
  private final PinnableEntries<T> entries;
  private final RejectedTokens rejected;
  private final Backoffs backoffs;
  private final KeyDriver<T> driver;

  CachedTokens(
      TokenLoader<K, T> loader,
      TokenStore store,
      EndpointBackoff endpoint,
      CacheSettings settings,
      AuthRuntime runtime) {
    this.runtime = runtime;
    this.time = runtime.time();
    this.rejected = new RejectedTokens(settings.remembered());
    this.backoffs = new Backoffs(loader, endpoint, settings, runtime);
    TokenRegion<T> region =
        store.region(
            new TokenStore.RegionOwner(
                loader.clientId(),
                loader.kind(),
                runtime,
                (name, token) ->
                    rejectedElsewhere(
                        name,
                        token,
                        new TokenLabel(name.clientId(), loader.kind(), Optional.empty()))));
    this.entries = PinnableEntries.of(region);
    @SuppressWarnings("unchecked") // the keys that it is given are those of these tokens
    TokenLoader<TokenKey<T>, T> ofAnyKey = (TokenLoader<TokenKey<T>, T>) loader;
    this.driver = new KeyDriver<>(ofAnyKey, region, entries, rejected, backoffs, settings, runtime);
  }

  @Override
  public Either<AuthFailure, T> get(K key, Duration minimumRemaining, Budget budget) {
    TokenName name = key.name();
    CacheEntry<T> entry = entries.get(name);
    return entry.isFreshAt(time.nanos()) && minimumRemaining.isZero()
        ? entry.answer()
        : await(new TokenQuery<>(key, name, minimumRemaining, budget));
  }

  @Override
  public CompletionStage<Either<AuthFailure, T>> getAsync(
      K key, Duration minimumRemaining, Budget budget) {
    TokenName name = key.name();
    CacheEntry<T> entry = entries.get(name);
    return entry.isFreshAt(time.nanos()) && minimumRemaining.isZero()
        ? CompletableFuture.completedFuture(entry.answer())
        : stage(new TokenQuery<>(key, name, minimumRemaining, budget));
  }

  /** On the caller's thread, which is parked without a lock. Giving up ends no request. */
  private Either<AuthFailure, T> await(TokenQuery<T> query) {
    Duration limit = query.budget().time();
    Duration measurable = limit.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : limit;
    try {
      return driver.read(query).get(measurable.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return Either.left(TIMED_OUT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Either.left(new Interrupted());
    } catch (ExecutionException e) {
      throw new CompletionException(e.getCause());
    }
  }

  /** Completes on the runtime's executor, so that callers do not hold up each other. */
  private CompletionStage<Either<AuthFailure, T>> stage(TokenQuery<T> query) {
    CompletableFuture<Either<AuthFailure, T>> answer = driver.read(query);
    if (answer.isDone()) {
      return answer;
    }
    CompletableFuture<Either<AuthFailure, T>> stage = new CompletableFuture<>();
    Delays.Pending deadline =
        runtime.delays().after(query.budget().time(), () -> stage.complete(Either.left(TIMED_OUT)));
    CompletionStage<Either<AuthFailure, T>> answered = answer;
    answered.thenAccept(
        outcome -> {
          deadline.cancel();
          complete(stage, outcome);
        });
    return stage;
  }

  private void complete(
      CompletableFuture<Either<AuthFailure, T>> stage, Either<AuthFailure, T> outcome) {
    try {
      runtime.executor().execute(() -> stage.complete(outcome));
    } catch (Throwable rejectedOrWorse) {
      stage.complete(outcome);
    }
  }

  @Override
  public void reject(K key, T token) {
    // Once: a hundred callers who held the token must not call off a hundred backoffs.
    Optional<T> news = rejected.add(token.digest()) ? Optional.of(token) : Optional.empty();
    driver.on(key.name(), new Event.Rejected<>(token.digest(), key.label(), news));
  }

  private void rejectedElsewhere(TokenName name, TokenDigest token, TokenLabel label) {
    rejected.add(token);
    driver.on(name, new Event.Rejected<>(token, label, Optional.empty()));
  }

  @Override
  public Standing<T> standing(K key) {
    TokenName name = key.name();
    CacheEntry<T> entry = entries.get(name);
    Optional<T> served = entry.token().filter(token -> entry.isServedAt(time.nanos()));
    Optional<BackoffState> backoff =
        served.isPresent()
            ? entry
                .backoff()
                .filter(own -> !own.endsOnRecovery() || backoffs.isAffected(name))
                .map(RenewalBackoff::state)
            : backoffs.closing(name);
    return new Standing<>(served, backoff.map(BackoffState::trouble));
  }

  @Override
  public TokenSource<T> pinned(K key) {
    TokenName name = key.name();
    PinnableEntries.PinnedEntry<T> pinned = entries.pin(name);
    // It may have been rejected while it was pinned.
    pinned
        .get()
        .token()
        .map(Token::digest)
        .filter(rejected::contains)
        .ifPresent(token -> rejectedElsewhere(name, token, key.label()));
    Time clocks = time; // a step less on the way to them than through the outer object
    return new TokenSource<>() {
      @Override
      public Either<AuthFailure, T> get(Budget budget) {
        CacheEntry<T> entry = pinned.get();
        return entry.isFreshAt(clocks.nanos())
            ? entry.answer()
            : await(new TokenQuery<>(key, name, Duration.ZERO, budget));
      }

      @Override
      public CompletionStage<Either<AuthFailure, T>> getAsync(Budget budget) {
        CacheEntry<T> entry = pinned.get();
        return entry.isFreshAt(clocks.nanos())
            ? CompletableFuture.completedFuture(entry.answer())
            : stage(new TokenQuery<>(key, name, Duration.ZERO, budget));
      }

      @Override
      public void reject(T token) {
        CachedTokens.this.reject(key, token);
      }
    };
  }
}
