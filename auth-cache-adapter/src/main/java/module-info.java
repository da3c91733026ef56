/** Caches behind the domain's {@code TokenCache} port. */
module dev.partnerauth.cache {
  requires transitive dev.partnerauth;
}
