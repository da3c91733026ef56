package dev.partnerauth.cache.oracle;

import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenName;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/**
 * A store's place for the tokens of one app and kind. The first two methods concern this process
 * and answer from memory; the others concern what is shared with other nodes, and do nothing in a
 * store that shares nothing. Thread-safe.
 *
 * @since 0.1.0
 */
public interface TokenRegion<T extends Token> {

  /**
   * What stands under this name, or {@link CacheEntry#none}. Takes no lock and waits for nothing.
   */
  CacheEntry<T> get(TokenName name);

  /**
   * Puts one in place of the other, unless something else stands there by now. {@link
   * CacheEntry#none} stands for nothing on either side. A store may forget what has expired, or
   * what is seldom asked for.
   *
   * @return whether it was put
   */
  boolean replace(TokenName name, CacheEntry<T> expected, CacheEntry<T> replacement);

  /**
   * Called before the server is asked: finds what another node has got, or takes the right to ask.
   * Never fails; a store that cannot tell lets this node ask.
   *
   * @param useful whether a token that was found would do
   * @param patience how long to wait at most for another node that is asking already
   */
  default CompletionStage<Lease<T>> acquire(
      TokenName name, Predicate<T> useful, Duration patience) {
    return CompletableFuture.completedFuture(Lease.granted());
  }

  /** Another node may have this token now. Returns at once. */
  default void share(TokenName name, T token) {}

  /** The lease is no longer needed: another node may ask. Returns at once. */
  default void release(TokenName name) {}

  /**
   * No node may serve this token again, nor bring it back. Returns at once; what cannot be told now
   * is told later.
   */
  default void reject(TokenName name, T token) {}
}
