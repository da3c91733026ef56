package dev.partnerauth.cache.oracle;

import dev.partnerauth.app.ClientId;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.SharedStoreState;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenDigest;
import dev.partnerauth.token.TokenKind;
import dev.partnerauth.token.TokenName;

/**
 * Where a {@link RenewingTokenCache} keeps its tokens: always in this process, and for some stores
 * on other nodes too. It stores and finds; when to ask, whom to make wait and what to remember of
 * failures is the cache's work, so another store never means writing that again. Thread-safe.
 *
 * @since 0.1.0
 */
public interface TokenStore extends AutoCloseable {

  /** A place for the tokens of one app and kind. Asked for once for each. */
  <T extends Token> TokenRegion<T> region(RegionOwner owner);

  /** Whether the other nodes can be reached. */
  default SharedStoreState sharedStore() {
    return SharedStoreState.NONE;
  }

  /** Lets go of connections. Tokens in this process are still found. */
  @Override
  default void close() {}

  /**
   * For whom a region is.
   *
   * @param clientId the app whose tokens these are
   * @param kind what they are
   * @param runtime its clocks, executors and watchers
   * @param rejections to be told what other nodes reject
   */
  record RegionOwner(
      ClientId clientId, TokenKind kind, AuthRuntime runtime, RejectionListener rejections) {}

  /** Hears of tokens that another node rejected. */
  @FunctionalInterface
  interface RejectionListener {

    /** Never serves this token again. Returns at once. */
    void rejectedElsewhere(TokenName name, TokenDigest token);
  }
}
