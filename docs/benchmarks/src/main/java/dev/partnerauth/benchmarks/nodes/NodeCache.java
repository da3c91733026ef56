package dev.partnerauth.benchmarks.nodes;

import dev.partnerauth.cache.CaffeineTokenCache;
import dev.partnerauth.port.TokenCache;
import java.net.URI;

/** What the nodes of a run keep their tokens in. Has a constructor without parameters. */
interface NodeCache {

  /**
   * A node's own, over the store that all of them share.
   *
   * @param store where that is
   */
  TokenCache open(URI store);

  /** Shares nothing: what the others are compared with. */
  final class Alone implements NodeCache {
    @Override
    public TokenCache open(URI store) {
      return CaffeineTokenCache.standard();
    }
  }
}
