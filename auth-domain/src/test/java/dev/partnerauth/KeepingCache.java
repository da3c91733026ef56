package dev.partnerauth;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.port.Issuer;
import dev.partnerauth.port.RenewalTrouble;
import dev.partnerauth.port.SharedStoreState;
import dev.partnerauth.port.TokenCache;
import dev.partnerauth.port.TokenSource;
import dev.partnerauth.port.Tokens;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenKey;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Keeps every token until it is rejected. For one thread, and for answers that are there. */
final class KeepingCache implements TokenCache {

  private Optional<RenewalTrouble> trouble = Optional.empty();
  private SharedStoreState sharedStore = SharedStoreState.NONE;

  void hasTrouble(RenewalTrouble present) {
    trouble = Optional.of(present);
  }

  void sharesItsStore(SharedStoreState state) {
    sharedStore = state;
  }

  @Override
  public SharedStoreState sharedStore() {
    return sharedStore;
  }

  @Override
  public <K extends TokenKey<T>, T extends Token> Tokens<K, T> tokens(Issuer<K, T> issuer) {
    return new Kept<>(issuer);
  }

  private final class Kept<K extends TokenKey<T>, T extends Token> implements Tokens<K, T> {

    private final Issuer<K, T> issuer;
    private final Map<K, T> tokens = new HashMap<>();

    private Kept(Issuer<K, T> issuer) {
      this.issuer = issuer;
    }

    @Override
    public Either<AuthFailure, T> get(K key, Duration minimumRemaining, Duration deadline) {
      return getAsync(key, minimumRemaining, deadline).toCompletableFuture().join();
    }

    @Override
    public CompletionStage<Either<AuthFailure, T>> getAsync(
        K key, Duration minimumRemaining, Duration deadline) {
      T kept = tokens.get(key);
      return kept != null
          ? CompletableFuture.completedFuture(Either.right(kept))
          : issuer
              .issue(key, deadline)
              .thenApply(outcome -> outcome.peek(token -> tokens.put(key, token)));
    }

    @Override
    public void reject(K key, T token) {
      tokens.remove(key, token);
    }

    @Override
    public Optional<RenewalTrouble> trouble(K key) {
      return trouble;
    }

    @Override
    public TokenSource<T> pinned(K key) {
      return new TokenSource<>() {
        @Override
        public Either<AuthFailure, T> get(Duration deadline) {
          return Kept.this.get(key, Duration.ZERO, deadline);
        }

        @Override
        public CompletionStage<Either<AuthFailure, T>> getAsync(Duration deadline) {
          return Kept.this.getAsync(key, Duration.ZERO, deadline);
        }

        @Override
        public void reject(T token) {
          Kept.this.reject(key, token);
        }
      };
    }
  }
}
