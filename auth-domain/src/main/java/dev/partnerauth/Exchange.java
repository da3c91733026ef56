package dev.partnerauth;

import dev.partnerauth.app.ClientId;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.CallerFailure.LifetimeTooShort;
import dev.partnerauth.port.Tokens;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.ServiceTokenRequest;
import dev.partnerauth.token.TokenKey.ForScopedAccessToken;
import dev.partnerauth.token.TokenKey.ForServiceToken;
import io.vavr.control.Either;
import java.time.Duration;

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

  Deadline deadline(Duration duration) {
    return Deadline.in(duration, desk.runtime().time());
  }

  void reject(ServiceToken serviceToken, ScopedAccessToken token) {
    scopedTokens.reject(key(serviceToken), token);
  }

  /**
   * Caches keep the promise where they can; that even a new token falls short is for the caller to
   * know.
   */
  Either<AuthFailure, ScopedAccessToken> living(
      ScopedAccessToken token, Duration minimumRemaining) {
    Duration remaining = Duration.between(desk.runtime().time().now(), token.expiresAt());
    return minimumRemaining.isZero() || remaining.compareTo(minimumRemaining) >= 0
        ? Either.right(token)
        : Either.left(new LifetimeTooShort(minimumRemaining, remaining));
  }
}
