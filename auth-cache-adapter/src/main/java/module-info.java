/** Caches behind the domain's {@code TokenCache} port: they keep tokens and renew them. */
module dev.partnerauth.cache {
  requires transitive dev.partnerauth;
  requires transitive com.github.benmanes.caffeine;
  // Only partners that share tokens between nodes need it, and require it themselves: were it
  // transitive, no other could compile without it.
  requires static lettuce.core;

  exports dev.partnerauth.cache;
  exports dev.partnerauth.cache.redis;
}
