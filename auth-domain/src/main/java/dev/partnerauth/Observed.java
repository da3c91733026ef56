package dev.partnerauth;

import dev.partnerauth.event.AuthEvent;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.port.Issuer;
import dev.partnerauth.port.Time;
import dev.partnerauth.token.BearerToken;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenKey;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** An issuer that tells what it issued, and whatever is odd about it. */
record Observed<K extends TokenKey<T>, T extends Token>(
    Issuer<K, T> issuer, Time time, Announcer announcer, StatusBoard status)
    implements Issuer<K, T> {

  /** Below this, clocks differ by what a request takes and what nobody needs to hear of. */
  private static final Duration TOLERATED_SKEW = Duration.ofSeconds(30);

  @Override
  public CompletionStage<Either<AuthFailure, T>> issue(K key, Duration deadline) {
    return issuer
        .issue(key, deadline)
        .thenApply(
            outcome ->
                outcome
                    .peek(token -> issued(key, token))
                    .peekLeft(failure -> failed(key, failure)));
  }

  private void issued(K key, T token) {
    status.issued(token, time.now());
    announcer.announce(new AuthEvent.TokenIssued(key.label(), token.digest(), token.expiration()));
    token
        .expiration()
        .filter(expiration -> token.isExpiredAt(time.now()))
        .ifPresent(
            expiration ->
                announcer.announce(
                    new AuthEvent.DeadOnArrival(key.label(), token.digest(), expiration)));
    if (token instanceof BearerToken bearer) {
      bearer
          .times()
          .issuedAt()
          .ifPresent(
              serverTime -> {
                Duration serverAhead = Duration.between(bearer.obtainedAt(), serverTime);
                if (serverAhead.abs().compareTo(TOLERATED_SKEW) > 0) {
                  announcer.announce(new AuthEvent.ClockSkewObserved(key.clientId(), serverAhead));
                }
              });
    }
  }

  private void failed(K key, AuthFailure failure) {
    status.failed(failure, time.now());
    announcer.announce(new AuthEvent.IssueFailed(key.label(), failure));
  }
}
