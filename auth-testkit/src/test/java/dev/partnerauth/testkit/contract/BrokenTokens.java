package dev.partnerauth.testkit.contract;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.Standing;
import dev.partnerauth.port.TokenSource;
import dev.partnerauth.port.Tokens;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenKey;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Good tokens, in which a subclass breaks one thing. */
class BrokenTokens<K extends TokenKey<T>, T extends Token> implements Tokens<K, T> {

  private final Tokens<K, T> good;

  BrokenTokens(Tokens<K, T> good) {
    this.good = good;
  }

  @Override
  public Either<AuthFailure, T> get(K key, Duration minimumRemaining, Budget budget) {
    return good.get(key, minimumRemaining, budget);
  }

  @Override
  public CompletionStage<Either<AuthFailure, T>> getAsync(
      K key, Duration minimumRemaining, Budget budget) {
    return good.getAsync(key, minimumRemaining, budget);
  }

  @Override
  public void reject(K key, T token) {
    good.reject(key, token);
  }

  @Override
  public Standing<T> standing(K key) {
    return good.standing(key);
  }

  @Override
  public TokenSource<T> pinned(K key) {
    return new TokenSource<>() {
      @Override
      public Either<AuthFailure, T> get(Budget budget) {
        return BrokenTokens.this.get(key, Duration.ZERO, budget);
      }

      @Override
      public CompletionStage<Either<AuthFailure, T>> getAsync(Budget budget) {
        return BrokenTokens.this.getAsync(key, Duration.ZERO, budget);
      }

      @Override
      public void reject(T token) {
        BrokenTokens.this.reject(key, token);
      }
    };
  }
}
