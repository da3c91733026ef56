package dev.partnerauth.port;

import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenKey;

/**
 * Keeps tokens between calls. Chosen, never forgotten: who wants none says {@link #none}.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public interface TokenCache {

  /**
   * A place for the tokens of one app and kind, filled by {@code loader}.
   *
   * @param runtime whose clocks, executors and watchers the cache uses for these tokens
   */
  <K extends TokenKey<T>, T extends Token> Tokens<K, T> tokens(
      TokenLoader<K, T> loader, AuthRuntime runtime);

  /** The state of the store that this cache shares with other nodes. */
  default SharedStoreState sharedStore() {
    return SharedStoreState.NONE;
  }

  /** Asks the API each time. */
  static TokenCache none() {
    return NoTokenCache.INSTANCE;
  }
}
