package dev.partnerauth.testkit.contract;

import dev.partnerauth.cache.CacheEntry;
import dev.partnerauth.cache.Lease;
import dev.partnerauth.cache.TokenRegion;
import dev.partnerauth.cache.TokenStore;
import dev.partnerauth.port.SharedStoreState;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenName;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Waits for what a shared store answers to a claim: the suite counts requests as soon as no thread
 * of the cache is busy, and would not see one that waits for a server elsewhere.
 */
record AwaitedLeases(TokenStore store) implements TokenStore {

  @Override
  public <T extends Token> TokenRegion<T> region(RegionOwner owner) {
    TokenRegion<T> region = store.region(owner);
    return new TokenRegion<>() {
      @Override
      public CacheEntry<T> get(TokenName name) {
        return region.get(name);
      }

      @Override
      public boolean replace(TokenName name, CacheEntry<T> expected, CacheEntry<T> replacement) {
        return region.replace(name, expected, replacement);
      }

      @Override
      public CompletionStage<Lease<T>> acquire(
          TokenName name, Predicate<T> useful, Duration patience) {
        return CompletableFuture.completedFuture(
            region
                .acquire(name, useful, patience)
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join());
      }

      @Override
      public void share(TokenName name, T token) {
        region.share(name, token);
      }

      @Override
      public void release(TokenName name) {
        region.release(name);
      }

      @Override
      public void reject(TokenName name, T token) {
        region.reject(name, token);
      }
    };
  }

  @Override
  public SharedStoreState sharedStore() {
    return store.sharedStore();
  }

  @Override
  public void close() {
    store.close();
  }
}
