package dev.partnerauth.cache;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.port.Budget.Tries;
import dev.partnerauth.token.Token;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * A caller without a sufficient token. Its deadline is its own: when that passes the caller stops
 * waiting, and the request goes on.
 *
 * @param promise completed once, when the request has ended
 */
record Waiter<T extends Token>(
    Duration minValidity, Tries tries, CompletableFuture<Either<AuthFailure, T>> promise) {

  static <T extends Token> Waiter<T> of(TokenQuery<T> query) {
    return new Waiter<>(query.minValidity(), query.budget().tries(), new CompletableFuture<>());
  }
}
