package dev.partnerauth.port;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.CallerFailure.LifetimeTooShort;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.Phase;
import dev.partnerauth.failure.TransientFailure;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenKey;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Issues a new token for every call. */
final class NoTokenCache implements TokenCache {

  static final TokenCache INSTANCE = new NoTokenCache();

  private NoTokenCache() {}

  @Override
  public <K extends TokenKey<T>, T extends Token> Tokens<K, T> tokens(
      TokenLoader<K, T> loader, AuthRuntime runtime) {
    return new Uncached<>(loader, runtime.time());
  }

  private record Uncached<K extends TokenKey<T>, T extends Token>(
      TokenLoader<K, T> loader, Time time) implements Tokens<K, T> {

    @Override
    public Either<AuthFailure, T> get(K key, Duration minimumRemaining, Budget budget) {
      return await(getAsync(key, minimumRemaining, budget), budget.time());
    }

    @Override
    public CompletionStage<Either<AuthFailure, T>> getAsync(
        K key, Duration minimumRemaining, Budget budget) {
      return loader
          .load(key, budget)
          .thenApply(outcome -> outcome.flatMap(token -> lasting(token, minimumRemaining)));
    }

    private Either<AuthFailure, T> lasting(T token, Duration minimumRemaining) {
      Duration remaining =
          token
              .expiration()
              .map(expiration -> Duration.between(time.now(), expiration))
              .orElse(Duration.ZERO);
      return minimumRemaining.isZero() || remaining.compareTo(minimumRemaining) >= 0
          ? Either.right(token)
          : Either.left(new LifetimeTooShort(minimumRemaining, remaining));
    }

    @Override
    public void reject(K key, T token) {
      // Nothing is kept that could be served again.
    }

    @Override
    public Standing<T> standing(K key) {
      return Standing.unknown();
    }

    @Override
    public TokenSource<T> pinned(K key) {
      return new TokenSource<>() {
        @Override
        public Either<AuthFailure, T> get(Budget budget) {
          return Uncached.this.get(key, Duration.ZERO, budget);
        }

        @Override
        public CompletionStage<Either<AuthFailure, T>> getAsync(Budget budget) {
          return Uncached.this.getAsync(key, Duration.ZERO, budget);
        }

        @Override
        public void reject(T token) {
          Uncached.this.reject(key, token);
        }
      };
    }

    private Either<AuthFailure, T> await(
        CompletionStage<Either<AuthFailure, T>> stage, Duration limit) {
      try {
        return stage.toCompletableFuture().get(limit.toNanos(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        return Either.left(
            new TransientFailure.TimedOut(
                Phase.WAITING, Facts.unanswered(loader.endpoint().endpoint())));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Either.left(new TransientFailure.Interrupted());
      } catch (ExecutionException e) {
        throw new CompletionException(e.getCause());
      }
    }
  }
}
