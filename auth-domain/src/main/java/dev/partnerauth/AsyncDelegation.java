package dev.partnerauth;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.ServiceTokenRequest;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Scoped access tokens by way of one front-end app, for code that does not block. Thread-safe. */
public final class AsyncDelegation {

  private final Exchange exchange;
  private final Duration deadline;

  AsyncDelegation(Exchange exchange, Duration deadline) {
    this.exchange = exchange;
    this.deadline = deadline;
  }

  /**
   * A token for the front end, in exchange for a service token, which may have come from elsewhere.
   */
  public CompletionStage<Either<AuthFailure, ScopedAccessToken>> scopedAccessToken(
      ServiceToken serviceToken) {
    return exchange.scopedTokens().getAsync(exchange.key(serviceToken), Duration.ZERO, deadline);
  }

  /**
   * A token for the front end that opens what the request says, from service token to exchange.
   *
   * @param minimumRemaining how long it must live at least
   */
  public CompletionStage<Either<AuthFailure, ScopedAccessToken>> delegate(
      ServiceTokenRequest request, Duration minimumRemaining) {
    Deadline whole = exchange.deadline(deadline);
    return exchange
        .desk()
        .serviceTokens()
        .getAsync(exchange.serviceTokenKey(request), Duration.ZERO, deadline)
        .thenCompose(
            obtained ->
                obtained.fold(
                    failure -> CompletableFuture.completedFuture(Either.left(failure)),
                    serviceToken -> exchange(serviceToken, minimumRemaining, whole)));
  }

  private CompletionStage<Either<AuthFailure, ScopedAccessToken>> exchange(
      ServiceToken serviceToken, Duration minimumRemaining, Deadline whole) {
    return whole
        .<ScopedAccessToken>call(
            remaining ->
                exchange
                    .scopedTokens()
                    .getAsync(exchange.key(serviceToken), minimumRemaining, remaining))
        .thenApply(outcome -> outcome.flatMap(token -> exchange.living(token, minimumRemaining)));
  }

  /** Never serves this token again for this service token. */
  public void reject(ServiceToken serviceToken, ScopedAccessToken token) {
    exchange.reject(serviceToken, token);
  }
}
