package dev.partnerauth;

import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.ClientId;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.event.AuthEvent;
import dev.partnerauth.port.AuthenticationApi;
import dev.partnerauth.port.Credentials;
import dev.partnerauth.port.Issuer;
import dev.partnerauth.port.RenewalTrouble;
import dev.partnerauth.port.TokenCache;
import dev.partnerauth.port.TokenSource;
import dev.partnerauth.port.Tokens;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenKey;
import dev.partnerauth.token.TokenKey.ForAccessToken;
import dev.partnerauth.token.TokenKey.ForScopedAccessToken;
import dev.partnerauth.token.TokenKey.ForServiceToken;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the blocking and the asynchronous facade share: the three kinds of token, each with its
 * issuer behind the cache. Thread-safe.
 */
final class TokenDesk {

  private final AuthenticationApi api;
  private final TokenCache cache;
  private final AuthRuntime runtime;
  private final Announcer announcer;
  private final StatusBoard status = new StatusBoard();
  private final ForAccessToken accessTokenKey;
  private final Tokens<ForAccessToken, AccessToken> accessTokens;
  private final TokenSource<AccessToken> accessToken;
  private final Tokens<ForServiceToken, ServiceToken> serviceTokens;
  private final Map<Credentials<FrontendApp>, Tokens<ForScopedAccessToken, ScopedAccessToken>>
      scopedTokens = new ConcurrentHashMap<>();

  TokenDesk(
      AuthenticationApi api,
      ClientId clientId,
      Credentials<BackendApp> credentials,
      TokenCache cache,
      AuthRuntime runtime) {
    this.api = api;
    this.cache = cache;
    this.runtime = runtime;
    this.announcer = new Announcer(runtime.events(), runtime.eventExecutor());
    this.accessTokenKey = new ForAccessToken(clientId);
    Rotation<BackendApp> rotation = new Rotation<>(credentials, announcer);
    this.accessTokens =
        tokens(
            (key, within) -> {
              Deadline deadline = Deadline.in(within, runtime.time());
              return rotation.call(
                  app -> deadline.call(remaining -> api.accessToken(app, remaining)));
            });
    this.accessToken = accessTokens.pinned(accessTokenKey);
    this.serviceTokens =
        tokens(new ServiceTokenIssuer(api, accessTokens, runtime.time(), announcer));
  }

  private <K extends TokenKey<T>, T extends Token> Tokens<K, T> tokens(Issuer<K, T> issuer) {
    return cache.tokens(new Observed<>(issuer, runtime.time(), announcer, status));
  }

  ClientId clientId() {
    return accessTokenKey.clientId();
  }

  AuthRuntime runtime() {
    return runtime;
  }

  TokenSource<AccessToken> accessToken() {
    return accessToken;
  }

  void reject(AccessToken token) {
    accessToken.reject(token);
  }

  Tokens<ForServiceToken, ServiceToken> serviceTokens() {
    return serviceTokens;
  }

  /**
   * The same for equal credentials, so that asking again finds the tokens that are already there.
   */
  Exchange exchange(ClientId frontendApp, Credentials<FrontendApp> credentials) {
    return new Exchange(
        this, scopedTokens.computeIfAbsent(credentials, this::newScopedTokens), frontendApp);
  }

  private Tokens<ForScopedAccessToken, ScopedAccessToken> newScopedTokens(
      Credentials<FrontendApp> credentials) {
    Rotation<FrontendApp> rotation = new Rotation<>(credentials, announcer);
    return tokens(
        (key, within) -> {
          Deadline deadline = Deadline.in(within, runtime.time());
          return rotation.call(
              app -> {
                warnOfASharedApp(app);
                return deadline.call(
                    remaining -> api.scopedAccessToken(app, key.serviceToken(), remaining));
              });
        });
  }

  /** Whether it was said by name or only happens to be the same app. */
  private void warnOfASharedApp(FrontendApp app) {
    if (app.isSharedWithBackend() || app.clientId().equals(clientId())) {
      announcer.announce(new AuthEvent.AppSharedWithBackend(app.clientId()));
    }
  }

  AuthStatus status() {
    StatusBoard.Entry entry = status.entry();
    return new AuthStatus(
        clientId(),
        entry.lastSuccess(),
        entry.accessTokenExpiration(),
        entry.lastFailure(),
        entry.lastFailureAt(),
        accessTokens.trouble(accessTokenKey).map(RenewalTrouble::nextAttempt),
        cache.sharedStore());
  }
}
