package dev.partnerauth.testkit.contract;

import dev.partnerauth.cache.Claim;
import dev.partnerauth.cache.Kept;
import dev.partnerauth.cache.Shelf;
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
record AwaitedClaims(TokenStore store) implements TokenStore {

  @Override
  public <T extends Token> Shelf<T> shelf(ShelfOwner owner) {
    Shelf<T> shelf = store.shelf(owner);
    return new Shelf<>() {
      @Override
      public Kept<T> get(TokenName name) {
        return shelf.get(name);
      }

      @Override
      public boolean replace(TokenName name, Kept<T> expected, Kept<T> replacement) {
        return shelf.replace(name, expected, replacement);
      }

      @Override
      public CompletionStage<Claim<T>> claim(
          TokenName name, Predicate<T> useful, Duration patience) {
        return CompletableFuture.completedFuture(
            shelf
                .claim(name, useful, patience)
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join());
      }

      @Override
      public void share(TokenName name, T token) {
        shelf.share(name, token);
      }

      @Override
      public void giveUp(TokenName name) {
        shelf.giveUp(name);
      }

      @Override
      public void reject(TokenName name, T token) {
        shelf.reject(name, token);
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
