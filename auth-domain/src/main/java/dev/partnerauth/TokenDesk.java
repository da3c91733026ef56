package dev.partnerauth;

import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.ClientId;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.AuthenticationApi;
import dev.partnerauth.port.Credentials;
import dev.partnerauth.port.Standing;
import dev.partnerauth.port.TokenCache;
import dev.partnerauth.port.TokenLoader;
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
 * loader behind the cache. Thread-safe.
 */
final class TokenDesk {

  private final AuthenticationApi api;
  private final TokenCache cache;
  private final AuthRuntime runtime;
  private final StatusBoard status = new StatusBoard();
  private final ForAccessToken accessTokenKey;
  private final Tokens<ForAccessToken, AccessToken> accessTokens;
  private final TokenSource<AccessToken> accessToken;
  private final Tokens<ForServiceToken, ServiceToken> serviceTokens;
  private final Map<ClientId, ExchangeDesk> exchanges = new ConcurrentHashMap<>();

  TokenDesk(
      AuthenticationApi api,
      ClientId clientId,
      Credentials<BackendApp> credentials,
      TokenCache cache,
      AuthRuntime runtime) {
    this.api = api;
    this.cache = cache;
    this.runtime = runtime;
    this.accessTokenKey = new ForAccessToken(clientId);
    AccessTokenLoader accessTokenLoader =
        new AccessTokenLoader(api, clientId, new Rotation<>(credentials, runtime), runtime);
    this.accessTokens = tokens(accessTokenLoader);
    this.accessToken = accessTokens.pinned(accessTokenKey);
    this.serviceTokens =
        tokens(new ServiceTokenLoader(api, accessTokens, accessTokenLoader, runtime));
  }

  private <K extends TokenKey<T>, T extends Token> Tokens<K, T> tokens(TokenLoader<K, T> loader) {
    return cache.tokens(new InstrumentedLoader<>(loader, runtime, status), runtime);
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

  Tokens<ForServiceToken, ServiceToken> serviceTokens() {
    return serviceTokens;
  }

  /** The same tokens for the same app, asked for with the credentials that were given last. */
  Exchange exchange(ClientId frontendApp, Credentials<FrontendApp> credentials) {
    ExchangeDesk exchange =
        exchanges.computeIfAbsent(frontendApp, id -> newExchange(id, credentials));
    exchange.loader().use(credentials);
    return new Exchange(this, exchange.scopedTokens(), frontendApp);
  }

  private ExchangeDesk newExchange(ClientId frontendApp, Credentials<FrontendApp> credentials) {
    ScopedTokenLoader loader =
        new ScopedTokenLoader(api, clientId(), frontendApp, credentials, runtime);
    return new ExchangeDesk(loader, tokens(loader));
  }

  AuthStatus status() {
    StatusBoard.Entry entry = status.entry();
    Standing<AccessToken> standing = accessTokens.standing(accessTokenKey);
    return new AuthStatus(
        clientId(),
        entry.lastSuccess(),
        standing.token().map(AccessToken::expiresAt).or(entry::accessTokenExpiration),
        entry.lastFailure(),
        entry.lastFailureAt(),
        standing.trouble(),
        cache.sharedStore());
  }

  private record ExchangeDesk(
      ScopedTokenLoader loader, Tokens<ForScopedAccessToken, ScopedAccessToken> scopedTokens) {}
}
