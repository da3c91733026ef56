package dev.partnerauth.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.SharedStoreState;
import dev.partnerauth.port.TokenCache;
import dev.partnerauth.port.TokenEndpoint;
import dev.partnerauth.port.TokenLoader;
import dev.partnerauth.port.Tokens;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenKey;

/**
 * Keeps tokens in any {@link TokenStore} and renews them before they expire, so that callers wait
 * only when there is no token at all. One request is under way for a key at a time; a token is
 * served through an outage for as long as it lives. Thread-safe.
 *
 * @since 0.1.0
 */
public final class RenewingTokenCache implements TokenCache, AutoCloseable {

  private final TokenStore store;
  private final CacheSettings settings;

  /** What is known of an endpoint holds for all who ask there, and is dropped with them. */
  private final Cache<TokenEndpoint, EndpointBackoff> endpoints =
      Caffeine.newBuilder().weakValues().build();

  private RenewingTokenCache(TokenStore store, CacheSettings settings) {
    this.store = store;
    this.settings = settings;
  }

  /** With the standard settings. */
  public static RenewingTokenCache over(TokenStore store) {
    return over(store, CacheSettings.standard());
  }

  /** With settings of one's own. */
  public static RenewingTokenCache over(TokenStore store, CacheSettings settings) {
    return new RenewingTokenCache(store, settings);
  }

  @Override
  public <K extends TokenKey<T>, T extends Token> Tokens<K, T> tokens(
      TokenLoader<K, T> loader, AuthRuntime runtime) {
    EndpointBackoff endpoint = endpoints.get(loader.endpoint(), EndpointBackoff::new);
    return new CachedTokens<>(loader, store, endpoint, settings, runtime);
  }

  @Override
  public SharedStoreState sharedStore() {
    return store.sharedStore();
  }

  /** Closes the store. */
  @Override
  public void close() {
    store.close();
  }
}
