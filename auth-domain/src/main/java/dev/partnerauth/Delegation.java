package dev.partnerauth;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.port.Budget;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.ServiceTokenRequest;
import io.vavr.control.Either;
import java.time.Duration;

/**
 * Scoped access tokens by way of one front-end app, for code that blocks. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Delegation {

  private final Exchange exchange;
  private final Budget budget;

  Delegation(Exchange exchange, Budget budget) {
    this.exchange = exchange;
    this.budget = budget;
  }

  /** The same tokens, for code that does not block. */
  public AsyncDelegation async() {
    return new AsyncDelegation(exchange, budget);
  }

  /**
   * A token for the front end, in exchange for a service token, which may have come from elsewhere.
   */
  public Either<AuthFailure, ScopedAccessToken> scopedAccessToken(ServiceToken serviceToken) {
    return exchange.scopedTokens().get(exchange.key(serviceToken), Duration.ZERO, budget);
  }

  /**
   * A token for the front end that opens what the request says, from service token to exchange.
   * When the server refuses the service token, another is asked for, once.
   *
   * @param minimumRemaining how long it must live at least
   */
  public Either<AuthFailure, ScopedAccessToken> delegate(
      ServiceTokenRequest request, Duration minimumRemaining) {
    Deadline whole = exchange.deadline(budget);
    return serviceToken(request, whole)
        .flatMap(
            serviceToken -> {
              var outcome = exchanged(serviceToken, minimumRemaining, whole);
              return exchange.failedOnItsServiceToken(request, serviceToken, outcome)
                  ? withAnother(request, minimumRemaining, whole)
                  : outcome;
            });
  }

  private Either<AuthFailure, ScopedAccessToken> withAnother(
      ServiceTokenRequest request, Duration minimumRemaining, Deadline whole) {
    return serviceToken(request, whole)
        .flatMap(
            serviceToken -> {
              var outcome = exchanged(serviceToken, minimumRemaining, whole);
              return exchange.afterRejecting(request, serviceToken, outcome);
            });
  }

  private Either<AuthFailure, ServiceToken> serviceToken(
      ServiceTokenRequest request, Deadline whole) {
    return exchange
        .desk()
        .serviceTokens()
        .get(exchange.serviceTokenKey(request), Duration.ZERO, whole.remaining());
  }

  private Either<AuthFailure, ScopedAccessToken> exchanged(
      ServiceToken serviceToken, Duration minimumRemaining, Deadline whole) {
    return exchange
        .scopedTokens()
        .get(exchange.key(serviceToken), minimumRemaining, whole.remaining());
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
