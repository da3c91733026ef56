package dev.partnerauth.cache.oracle;

import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenName;

/** Where the token of one name stands. Thread-safe. */
sealed interface Place<T extends Token> {

  CacheEntry<T> get();

  boolean replace(CacheEntry<T> expected, CacheEntry<T> replacement);

  /** One of many in a store. */
  record InRegion<T extends Token>(TokenRegion<T> region, TokenName name) implements Place<T> {
    @Override
    public CacheEntry<T> get() {
      return region.get(name);
    }

    @Override
    public boolean replace(CacheEntry<T> expected, CacheEntry<T> replacement) {
      return region.replace(name, expected, replacement);
    }
  }

  /** In a hand: found without looking, and never forgotten for being idle. */
  final class Pinned<T extends Token> implements Place<T> {

    private volatile CacheEntry<T> kept;

    Pinned(CacheEntry<T> atFirst) {
      this.kept = atFirst;
    }

    @Override
    public CacheEntry<T> get() {
      return kept;
    }

    @Override
    public synchronized boolean replace(CacheEntry<T> expected, CacheEntry<T> replacement) {
      boolean unchanged = kept == expected;
      if (unchanged) {
        kept = replacement;
      }
      return unchanged;
    }
  }
}
