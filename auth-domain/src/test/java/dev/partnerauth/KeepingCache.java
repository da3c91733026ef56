package dev.partnerauth;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.CallerFailure.LifetimeTooShort;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.RenewalTrouble;
import dev.partnerauth.port.SharedStoreState;
import dev.partnerauth.port.Standing;
import dev.partnerauth.port.Time;
import dev.partnerauth.port.TokenCache;
import dev.partnerauth.port.TokenLoader;
import dev.partnerauth.port.TokenSource;
import dev.partnerauth.port.Tokens;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenKey;
import dev.partnerauth.token.TokenKind;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Keeps every token until it is rejected. For one thread, and for answers that are there. */
final class KeepingCache implements TokenCache {

  private final Map<TokenKey<?>, Token> found = new HashMap<>();
  private final Map<TokenKey<?>, RenewalTrouble> troubles = new HashMap<>();
  private final Set<TokenKind> triedOnce = EnumSet.noneOf(TokenKind.class);
  private SharedStoreState sharedStore = SharedStoreState.NONE;

  /** Serves a token that was not issued here, as one of another node's is. */
  <T extends Token> void finds(TokenKey<T> key, T token) {
    found.put(key, token);
  }

  void hasTrouble(TokenKey<?> key, RenewalTrouble present) {
    troubles.put(key, present);
  }

  /** Asks for tokens of this kind as a renewal in the background does. */
  void triesOnceFor(TokenKind kind) {
    triedOnce.add(kind);
  }

  void sharesItsStore(SharedStoreState state) {
    sharedStore = state;
  }

  @Override
  public SharedStoreState sharedStore() {
    return sharedStore;
  }

  @Override
  public <K extends TokenKey<T>, T extends Token> Tokens<K, T> tokens(
      TokenLoader<K, T> loader, AuthRuntime runtime) {
    return new Kept<>(loader, runtime.time());
  }

  private final class Kept<K extends TokenKey<T>, T extends Token> implements Tokens<K, T> {

    private final TokenLoader<K, T> loader;
    private final Time time;
    private final Map<K, T> tokens = new HashMap<>();

    private Kept(TokenLoader<K, T> loader, Time time) {
      this.loader = loader;
      this.time = time;
    }

    @Override
    public Either<AuthFailure, T> get(K key, Duration minimumRemaining, Budget budget) {
      return getAsync(key, minimumRemaining, budget).toCompletableFuture().join();
    }

    @Override
    public CompletionStage<Either<AuthFailure, T>> getAsync(
        K key, Duration minimumRemaining, Budget budget) {
      return served(key)
          .<CompletionStage<Either<AuthFailure, T>>>map(
              kept -> CompletableFuture.completedFuture(Either.right(kept)))
          .orElseGet(() -> issued(key, budget))
          .thenApply(outcome -> outcome.flatMap(token -> lasting(token, minimumRemaining)));
    }

    private Either<AuthFailure, T> lasting(T token, Duration minimumRemaining) {
      Duration remaining = Duration.between(time.now(), token.expiration().orElse(time.now()));
      return minimumRemaining.isZero() || remaining.compareTo(minimumRemaining) >= 0
          ? Either.right(token)
          : Either.left(new LifetimeTooShort(minimumRemaining, remaining));
    }

    /** Whoever puts a token here has one of the key's own kind. */
    @SuppressWarnings("unchecked")
    private Optional<T> served(K key) {
      return Optional.ofNullable((T) found.get(key)).or(() -> Optional.ofNullable(tokens.get(key)));
    }

    private CompletionStage<Either<AuthFailure, T>> issued(K key, Budget budget) {
      return loader
          .load(key, triedOnce.contains(key.label().kind()) ? budget.once() : budget)
          .thenApply(outcome -> outcome.peek(token -> tokens.put(key, token)));
    }

    @Override
    public void reject(K key, T token) {
      tokens.remove(key, token);
    }

    @Override
    public Standing<T> standing(K key) {
      return new Standing<>(served(key), Optional.ofNullable(troubles.get(key)));
    }

    @Override
    public TokenSource<T> pinned(K key) {
      return new TokenSource<>() {
        @Override
        public Either<AuthFailure, T> get(Budget budget) {
          return Kept.this.get(key, Duration.ZERO, budget);
        }

        @Override
        public CompletionStage<Either<AuthFailure, T>> getAsync(Budget budget) {
          return Kept.this.getAsync(key, Duration.ZERO, budget);
        }

        @Override
        public void reject(T token) {
          Kept.this.reject(key, token);
        }
      };
    }
  }
}
