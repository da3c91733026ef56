package dev.partnerauth.cache;

import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenName;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The entries of a region. A pinned one stands beside the region: it is found without a look-up and
 * never evicted. Thread-safe.
 */
record PinnableEntries<T extends Token>(
    TokenRegion<T> region, Map<TokenName, PinnedEntry<T>> pinned) {

  static <T extends Token> PinnableEntries<T> of(TokenRegion<T> region) {
    return new PinnableEntries<>(region, new ConcurrentHashMap<>());
  }

  CacheEntry<T> get(TokenName name) {
    PinnedEntry<T> pin = pinned.isEmpty() ? null : pinned.get(name);
    return pin == null ? region.get(name) : pin.entry;
  }

  boolean replace(TokenName name, CacheEntry<T> expected, CacheEntry<T> replacement) {
    PinnedEntry<T> pin = pinned.get(name);
    return pin == null
        ? region.replace(name, expected, replacement)
        : pin.replace(expected, replacement);
  }

  /** Returns what stood there before. */
  CacheEntry<T> put(TokenName name, CacheEntry<T> entry) {
    CacheEntry<T> before = get(name);
    while (!replace(name, before, entry)) {
      before = get(name);
    }
    return before;
  }

  /** Changes what stands there, for as long as that is what the condition asks for. */
  boolean update(
      TokenName name, Predicate<CacheEntry<T>> condition, UnaryOperator<CacheEntry<T>> change) {
    CacheEntry<T> entry = get(name);
    while (condition.test(entry)) {
      if (replace(name, entry, change.apply(entry))) {
        return true;
      }
      entry = get(name);
    }
    return false;
  }

  PinnedEntry<T> pin(TokenName name) {
    return pinned.computeIfAbsent(name, unpinned -> new PinnedEntry<>(region.get(unpinned)));
  }

  /** Read by those who hold it. */
  static final class PinnedEntry<T extends Token> {

    private volatile CacheEntry<T> entry;

    private PinnedEntry(CacheEntry<T> entry) {
      this.entry = entry;
    }

    CacheEntry<T> get() {
      return entry;
    }

    private synchronized boolean replace(CacheEntry<T> expected, CacheEntry<T> replacement) {
      boolean unchanged = entry == expected;
      if (unchanged) {
        entry = replacement;
      }
      return unchanged;
    }
  }
}
