package dev.partnerauth;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.ServiceTokenRequest;
import io.vavr.control.Either;
import java.time.Duration;

/** Scoped access tokens by way of one front-end app, for code that blocks. Thread-safe. */
public final class Delegation {

  private final Exchange exchange;
  private final Duration deadline;

  Delegation(Exchange exchange, Duration deadline) {
    this.exchange = exchange;
    this.deadline = deadline;
  }

  /**
   * A token for the front end, in exchange for a service token, which may have come from elsewhere.
   */
  public Either<AuthFailure, ScopedAccessToken> scopedAccessToken(ServiceToken serviceToken) {
    return exchange.scopedTokens().get(exchange.key(serviceToken), Duration.ZERO, deadline);
  }

  /**
   * A token for the front end that opens what the request says, from service token to exchange.
   *
   * @param minimumRemaining how long it must live at least
   */
  public Either<AuthFailure, ScopedAccessToken> delegate(
      ServiceTokenRequest request, Duration minimumRemaining) {
    Deadline whole = exchange.deadline(deadline);
    return exchange
        .desk()
        .serviceTokens()
        .get(exchange.serviceTokenKey(request), Duration.ZERO, deadline)
        .flatMap(
            serviceToken ->
                whole.within(
                    remaining ->
                        exchange
                            .scopedTokens()
                            .get(exchange.key(serviceToken), minimumRemaining, remaining)))
        .flatMap(token -> exchange.living(token, minimumRemaining));
  }

  /** Never serves this token again for this service token. */
  public void reject(ServiceToken serviceToken, ScopedAccessToken token) {
    exchange.reject(serviceToken, token);
  }
}
