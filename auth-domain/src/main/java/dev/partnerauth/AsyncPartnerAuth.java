package dev.partnerauth;

import dev.partnerauth.app.ClientId;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.Credentials;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.ServiceTokenRequest;
import dev.partnerauth.token.TokenKey.ForServiceToken;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The tokens of one back-end app, for code that does not block. A refusal is a {@code Left}, never
 * an exceptional stage. Thread-safe; {@link PartnerAuth#async} makes one.
 *
 * @since 0.1.0
 */
public final class AsyncPartnerAuth {

  private static final Duration WARM_UP_SPREAD = Duration.ofSeconds(2);

  private final TokenDesk desk;
  private final Budget budget;

  AsyncPartnerAuth(TokenDesk desk, Budget budget) {
    this.desk = desk;
    this.budget = budget;
  }

  /** The same tokens, with another time limit for each call, a year at most. */
  public AsyncPartnerAuth within(Duration limit) {
    return new AsyncPartnerAuth(desk, budget.within(Deadline.measurable(limit)));
  }

  /** The general access token. Never hand it to a front end: it opens the data of all customers. */
  public CompletionStage<Either<AuthFailure, AccessToken>> accessToken() {
    return desk.accessToken().getAsync(budget);
  }

  /** A service token that delegates what the request says. */
  public CompletionStage<Either<AuthFailure, ServiceToken>> serviceToken(
      ServiceTokenRequest request) {
    return serviceToken(request, Duration.ZERO);
  }

  /**
   * A service token that delegates what the request says, for whoever is handed it.
   *
   * @param minimumRemaining how long it must live at least
   */
  public CompletionStage<Either<AuthFailure, ServiceToken>> serviceToken(
      ServiceTokenRequest request, Duration minimumRemaining) {
    return desk.serviceTokens()
        .getAsync(new ForServiceToken(desk.clientId(), request), minimumRemaining, budget);
  }

  /** The door to scoped access tokens, for partners that have a front-end app. */
  public AsyncDelegation exchangingAs(FrontendApp app) {
    return exchangingAs(app.clientId(), Credentials.constant(app));
  }

  /**
   * The door to scoped access tokens, with credentials that may change. Tokens are kept for each
   * {@code clientId}, and asked for with the credentials that were given last.
   */
  public AsyncDelegation exchangingAs(ClientId clientId, Credentials<FrontendApp> credentials) {
    return new AsyncDelegation(desk.exchange(clientId, credentials), budget);
  }

  /** Never serves this token again: call it when the platform answered 401 to it. */
  public void reject(AccessToken token) {
    desk.accessToken().reject(token);
  }

  /** Never serves this token again for this request. */
  public void reject(ServiceTokenRequest request, ServiceToken token) {
    desk.serviceTokens().reject(new ForServiceToken(desk.clientId(), request), token);
  }

  /** How the tokens stand, without secrets. Asks nobody. */
  public AuthStatus status() {
    return desk.status();
  }

  /**
   * Fetches the general access token ahead of traffic, after a random part of two seconds, so that
   * many nodes that start together do not ask together.
   */
  public CompletionStage<Either<AuthFailure, AccessToken>> warmUp() {
    AuthRuntime runtime = desk.runtime();
    Duration delay = Duration.ofNanos(runtime.random().nextLong(WARM_UP_SPREAD.toNanos()));
    CompletableFuture<Void> waited = new CompletableFuture<>();
    runtime.delays().after(delay, () -> waited.complete(null));
    return waited.thenCompose(now -> accessToken());
  }
}
