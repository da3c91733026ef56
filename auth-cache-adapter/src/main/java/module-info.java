/** Caches behind the domain's {@code TokenCache} port: they keep tokens and renew them. */
module dev.partnerauth.cache {
  requires transitive dev.partnerauth;
  requires transitive com.github.benmanes.caffeine;
  // Only for whoever shares tokens between nodes, and then says so too: were this transitive,
  // nobody
  // else could compile without it.
  requires static lettuce.core;

  exports dev.partnerauth.cache;
  exports dev.partnerauth.cache.redis;
}
