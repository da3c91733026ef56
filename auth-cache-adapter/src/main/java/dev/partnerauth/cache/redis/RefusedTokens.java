package dev.partnerauth.cache.redis;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The hashes of tokens that are known as rejected, whether they are held here or not. Bounded:
 * those that were not heard of for longest are dropped first. Thread-safe.
 */
final class RefusedTokens {

  /** As many as Redis keeps, and as many of our own. */
  static final int LIMIT = Records.REJECTIONS + OwnRejections.LIMIT;

  private final Set<String> tokens = new LinkedHashSet<>();

  synchronized void add(String token) {
    tokens.remove(token);
    tokens.add(token);
    if (tokens.size() > LIMIT) {
      tokens.remove(tokens.iterator().next());
    }
  }

  synchronized boolean contains(String token) {
    return tokens.contains(token);
  }
}
