package dev.partnerauth;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.port.Budget;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.ServiceTokenRequest;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Scoped access tokens by way of one front-end app, for code that does not block. Thread-safe.
 *
 * @since 0.1.0
 */
public final class AsyncDelegation {

  private final Exchange exchange;
  private final Budget budget;

  AsyncDelegation(Exchange exchange, Budget budget) {
    this.exchange = exchange;
    this.budget = budget;
  }

  /**
   * A token for the front end, in exchange for a service token, which may have come from elsewhere.
   */
  public CompletionStage<Either<AuthFailure, ScopedAccessToken>> scopedAccessToken(
      ServiceToken serviceToken) {
    return exchange.scopedTokens().getAsync(exchange.key(serviceToken), Duration.ZERO, budget);
  }

  /**
   * A token for the front end that opens what the request says, from service token to exchange.
   * When the server refuses the service token, another is asked for, once.
   *
   * @param minimumRemaining how long it must live at least
   */
  public CompletionStage<Either<AuthFailure, ScopedAccessToken>> delegate(
      ServiceTokenRequest request, Duration minimumRemaining) {
    Deadline whole = exchange.deadline(budget);
    return serviceToken(request, whole)
        .thenCompose(
            obtained ->
                ifObtained(
                    obtained,
                    serviceToken ->
                        exchanged(serviceToken, minimumRemaining, whole)
                            .thenCompose(
                                outcome ->
                                    exchange.failedOnItsServiceToken(request, serviceToken, outcome)
                                        ? withAnother(request, minimumRemaining, whole)
                                        : CompletableFuture.completedFuture(outcome))));
  }

  private CompletionStage<Either<AuthFailure, ScopedAccessToken>> withAnother(
      ServiceTokenRequest request, Duration minimumRemaining, Deadline whole) {
    return serviceToken(request, whole)
        .thenCompose(
            obtained ->
                ifObtained(
                    obtained,
                    serviceToken ->
                        exchanged(serviceToken, minimumRemaining, whole)
                            .thenApply(
                                outcome ->
                                    exchange.afterRejecting(request, serviceToken, outcome))));
  }

  private static CompletionStage<Either<AuthFailure, ScopedAccessToken>> ifObtained(
      Either<AuthFailure, ServiceToken> obtained,
      Function<ServiceToken, CompletionStage<Either<AuthFailure, ScopedAccessToken>>> next) {
    return obtained.fold(failure -> CompletableFuture.completedFuture(Either.left(failure)), next);
  }

  private CompletionStage<Either<AuthFailure, ServiceToken>> serviceToken(
      ServiceTokenRequest request, Deadline whole) {
    return exchange
        .desk()
        .serviceTokens()
        .getAsync(exchange.serviceTokenKey(request), Duration.ZERO, whole.remaining());
  }

  private CompletionStage<Either<AuthFailure, ScopedAccessToken>> exchanged(
      ServiceToken serviceToken, Duration minimumRemaining, Deadline whole) {
    return exchange
        .scopedTokens()
        .getAsync(exchange.key(serviceToken), minimumRemaining, whole.remaining());
  }

  /** Never serves this token again for this service token. */
  public void reject(ServiceToken serviceToken, ScopedAccessToken token) {
    exchange.reject(serviceToken, token);
  }

  /** Never serves this token again for this request: for tokens that {@link #delegate} gave. */
  public void reject(ServiceTokenRequest request, ScopedAccessToken token) {
    exchange.reject(request, token);
  }
}
