package dev.partnerauth.http.observe;

import dev.partnerauth.AuthStatus;
import dev.partnerauth.PartnerAuth;
import dev.partnerauth.app.BackendApp;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.http.BaseAddress;
import dev.partnerauth.http.HttpAuthenticationApi;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.SharedStoreState;
import dev.partnerauth.port.Standing;
import dev.partnerauth.port.TokenCache;
import dev.partnerauth.port.TokenLoader;
import dev.partnerauth.port.TokenSource;
import dev.partnerauth.port.Tokens;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenKey;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A cache whose tokens stand as a test says; nobody asks it for one. */
record StandingTokens(Standing<?> standing, SharedStoreState sharedStore) implements TokenCache {

  /** Of an app whose tokens stand so. */
  AuthStatus status() {
    HttpAuthenticationApi unused =
        HttpAuthenticationApi.of(
            BaseAddress.sandbox(), request -> CompletableFuture.failedFuture(unasked()));
    BackendApp app = BackendApp.of(Samples.APP.value(), "backend-secret").get();
    return PartnerAuth.of(unused, app, this).status();
  }

  @Override
  public <K extends TokenKey<T>, T extends Token> Tokens<K, T> tokens(
      TokenLoader<K, T> loader, AuthRuntime runtime) {
    return new Tokens<>() {
      @Override
      public Either<AuthFailure, T> get(K key, Duration minimumRemaining, Budget budget) {
        throw unasked();
      }

      @Override
      public CompletionStage<Either<AuthFailure, T>> getAsync(
          K key, Duration minimumRemaining, Budget budget) {
        throw unasked();
      }

      @Override
      public void reject(K key, T token) {
        throw unasked();
      }

      @Override
      @SuppressWarnings("unchecked") // only the access token's is asked for
      public Standing<T> standing(K key) {
        return (Standing<T>) standing;
      }

      @Override
      public TokenSource<T> pinned(K key) {
        return new TokenSource<>() {
          @Override
          public Either<AuthFailure, T> get(Budget budget) {
            throw unasked();
          }

          @Override
          public CompletionStage<Either<AuthFailure, T>> getAsync(Budget budget) {
            throw unasked();
          }

          @Override
          public void reject(T token) {
            throw unasked();
          }
        };
      }
    };
  }

  private static IllegalStateException unasked() {
    return new IllegalStateException("nobody asks for a token here");
  }
}
