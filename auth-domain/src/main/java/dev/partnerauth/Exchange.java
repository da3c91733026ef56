package dev.partnerauth;

import dev.partnerauth.app.ClientId;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.CallerFailure.ServiceTokenRefused;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.Tokens;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.ServiceTokenRequest;
import dev.partnerauth.token.TokenKey.ForScopedAccessToken;
import dev.partnerauth.token.TokenKey.ForServiceToken;
import io.vavr.control.Either;

/**
 * What the blocking and the asynchronous delegation share: one front-end app's scoped tokens, by
 * service token.
 */
record Exchange(
    TokenDesk desk,
    Tokens<ForScopedAccessToken, ScopedAccessToken> scopedTokens,
    ClientId frontendApp) {

  ForServiceToken serviceTokenKey(ServiceTokenRequest request) {
    return new ForServiceToken(desk.clientId(), request);
  }

  ForScopedAccessToken key(ServiceToken serviceToken) {
    return new ForScopedAccessToken(frontendApp, serviceToken);
  }

  Deadline deadline(Budget budget) {
    return Deadline.of(budget, desk.runtime().time());
  }

  void reject(ServiceToken serviceToken, ScopedAccessToken token) {
    scopedTokens.reject(key(serviceToken), token);
  }

  /** The token was exchanged for the request's service token, if that is still kept. */
  void reject(ServiceTokenRequest request, ScopedAccessToken token) {
    desk.serviceTokens()
        .standing(serviceTokenKey(request))
        .token()
        .ifPresent(serviceToken -> reject(serviceToken, token));
  }

  /**
   * Whether the exchange failed on a service token that may have been kept for too long: it is
   * rejected, so that another try gets another.
   */
  boolean failedOnItsServiceToken(
      ServiceTokenRequest request,
      ServiceToken serviceToken,
      Either<AuthFailure, ScopedAccessToken> outcome) {
    boolean refused = outcome.isLeft() && outcome.getLeft() instanceof ServiceTokenRefused;
    if (refused) {
      desk.serviceTokens().reject(serviceTokenKey(request), serviceToken);
    }
    return refused;
  }

  /** The outcome, whose service token is not served again either when it was the reason. */
  Either<AuthFailure, ScopedAccessToken> afterRejecting(
      ServiceTokenRequest request,
      ServiceToken serviceToken,
      Either<AuthFailure, ScopedAccessToken> outcome) {
    failedOnItsServiceToken(request, serviceToken, outcome);
    return outcome;
  }
}
