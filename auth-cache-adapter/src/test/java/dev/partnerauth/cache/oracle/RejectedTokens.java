package dev.partnerauth.cache.oracle;

import dev.partnerauth.token.TokenDigest;
import java.util.LinkedHashSet;
import java.util.Set;

/** Remembers which tokens were rejected last, so that none of them comes back. Thread-safe. */
final class RejectedTokens {

  private final int remembered;
  private final Set<TokenDigest> digests = new LinkedHashSet<>();

  RejectedTokens(int remembered) {
    this.remembered = remembered;
  }

  /** Whether this is news. */
  synchronized boolean add(TokenDigest token) {
    boolean news = digests.add(token);
    if (digests.size() > remembered) {
      digests.remove(digests.iterator().next());
    }
    return news;
  }

  synchronized boolean contains(TokenDigest token) {
    return digests.contains(token);
  }
}
