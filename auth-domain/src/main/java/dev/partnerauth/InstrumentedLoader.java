package dev.partnerauth;

import dev.partnerauth.app.App;
import dev.partnerauth.app.ClientId;
import dev.partnerauth.event.AuthEvent;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.TokenEndpoint;
import dev.partnerauth.port.TokenLoader;
import dev.partnerauth.token.BearerToken;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenKey;
import dev.partnerauth.token.TokenKind;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** A loader that tells what it issued, and whatever is odd about it. */
record InstrumentedLoader<K extends TokenKey<T>, T extends Token>(
    TokenLoader<K, T> loader, AuthRuntime runtime, StatusBoard status)
    implements TokenLoader<K, T> {

  /** Below this, clocks differ by what a request takes and what nobody needs to hear of. */
  private static final Duration TOLERATED_SKEW = Duration.ofSeconds(30);

  @Override
  public CompletionStage<Either<AuthFailure, T>> load(K key, Budget budget) {
    long begunNanos = runtime.time().nanos();
    return loader
        .load(key, budget)
        .thenApply(
            outcome -> {
              Duration elapsed = Duration.ofNanos(runtime.time().nanos() - begunNanos);
              return outcome
                  .peek(token -> issued(key, token, elapsed))
                  .peekLeft(failure -> failed(key, failure, elapsed));
            });
  }

  @Override
  public ClientId clientId() {
    return loader.clientId();
  }

  @Override
  public TokenKind kind() {
    return loader.kind();
  }

  @Override
  public TokenEndpoint endpoint() {
    return loader.endpoint();
  }

  @Override
  public List<? extends App> credentials() {
    return loader.credentials();
  }

  private void issued(K key, T token, Duration elapsed) {
    status.issued(token, runtime.time().now());
    runtime.announce(
        new AuthEvent.TokenIssued(key.label(), token.digest(), token.expiration(), elapsed));
    token
        .expiration()
        .filter(expiration -> token.isExpiredAt(runtime.time().now()))
        .ifPresent(
            expiration ->
                runtime.announce(
                    new AuthEvent.DeadOnArrival(key.label(), token.digest(), expiration)));
    if (token instanceof BearerToken bearer) {
      bearer
          .times()
          .issuedAt()
          .ifPresent(
              serverTime -> {
                Duration serverAhead = Duration.between(bearer.obtainedAt(), serverTime);
                if (serverAhead.abs().compareTo(TOLERATED_SKEW) > 0) {
                  runtime.announce(new AuthEvent.ClockSkewObserved(key.clientId(), serverAhead));
                }
              });
    }
  }

  private void failed(K key, AuthFailure failure, Duration elapsed) {
    status.failed(failure, runtime.time().now());
    runtime.announce(new AuthEvent.IssueFailed(key.label(), failure, elapsed));
  }
}
