package dev.partnerauth;

import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.ClientId;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.AuthenticationApi;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.Credentials;
import dev.partnerauth.port.TokenCache;
import dev.partnerauth.port.TokenSource;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.ServiceTokenRequest;
import dev.partnerauth.token.TokenKey.ForServiceToken;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * The tokens of one back-end app, for code that blocks. Refusals are values; {@code
 * getOrElseThrow(AuthException::new)} makes them exceptions. Thread-safe: make one and keep it.
 * {@link #async} gives the same tokens to code that does not block.
 *
 * @since 0.1.0
 */
public final class PartnerAuth {

  /** How long a call may take when {@link #within} does not say otherwise. */
  public static final Duration STANDARD_DEADLINE = Duration.ofSeconds(15);

  private final TokenDesk desk;
  private final TokenSource<AccessToken> accessToken;
  private final Budget budget;

  private PartnerAuth(TokenDesk desk, Budget budget) {
    this.desk = desk;
    this.accessToken = desk.accessToken();
    this.budget = budget;
  }

  /**
   * In the surroundings of the API.
   *
   * @param cache which tokens are kept; {@link TokenCache#none} must be spelled out
   */
  public static PartnerAuth of(AuthenticationApi api, BackendApp app, TokenCache cache) {
    return of(api, app, cache, api.runtime());
  }

  public static PartnerAuth of(
      AuthenticationApi api, BackendApp app, TokenCache cache, AuthRuntime runtime) {
    return of(api, app.clientId(), Credentials.constant(app), cache, runtime);
  }

  /**
   * With credentials that may change while this lives.
   *
   * @param clientId names the app in keys, events and status, whatever key it presents at the time
   */
  public static PartnerAuth of(
      AuthenticationApi api,
      ClientId clientId,
      Credentials<BackendApp> credentials,
      TokenCache cache,
      AuthRuntime runtime) {
    return new PartnerAuth(
        new TokenDesk(api, clientId, credentials, cache, runtime), Budget.of(STANDARD_DEADLINE));
  }

  /** The same tokens, with another time limit for each call, a year at most. */
  public PartnerAuth within(Duration limit) {
    return new PartnerAuth(desk, budget.within(Deadline.measurable(limit)));
  }

  /** The same tokens, for code that does not block. */
  public AsyncPartnerAuth async() {
    return new AsyncPartnerAuth(desk, budget);
  }

  /** The general access token. Never hand it to a front end: it opens the data of all customers. */
  public Either<AuthFailure, AccessToken> accessToken() {
    return accessToken.get(budget);
  }

  /** A service token that delegates what the request says. */
  public Either<AuthFailure, ServiceToken> serviceToken(ServiceTokenRequest request) {
    return serviceToken(request, Duration.ZERO);
  }

  /**
   * A service token that delegates what the request says, for whoever is handed it.
   *
   * @param minimumRemaining how long it must live at least
   */
  public Either<AuthFailure, ServiceToken> serviceToken(
      ServiceTokenRequest request, Duration minimumRemaining) {
    return desk.serviceTokens()
        .get(new ForServiceToken(desk.clientId(), request), minimumRemaining, budget);
  }

  /** The door to scoped access tokens, for partners that have a front-end app. */
  public Delegation exchangingAs(FrontendApp app) {
    return exchangingAs(app.clientId(), Credentials.constant(app));
  }

  /**
   * The door to scoped access tokens, with credentials that may change. Tokens are kept for each
   * {@code clientId}, and asked for with the credentials that were given last.
   */
  public Delegation exchangingAs(ClientId clientId, Credentials<FrontendApp> credentials) {
    return new Delegation(desk.exchange(clientId, credentials), budget);
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
    return async().warmUp();
  }
}
