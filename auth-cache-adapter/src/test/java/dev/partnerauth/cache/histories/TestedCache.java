package dev.partnerauth.cache.histories;

import dev.partnerauth.app.ClientId;
import dev.partnerauth.cache.CacheEntry;
import dev.partnerauth.cache.Lease;
import dev.partnerauth.cache.RenewingTokenCache;
import dev.partnerauth.cache.TokenRegion;
import dev.partnerauth.cache.TokenStore;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.Tokens;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenDigest;
import dev.partnerauth.token.TokenKey;
import dev.partnerauth.token.TokenName;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/** A renewing cache with a store of its own. */
final class TestedCache {

  private final RenewingTokenCache cache;
  private final Store store = new Store();

  TestedCache(World world) {
    this.cache = RenewingTokenCache.over(store, world.setup().settings());
  }

  <K extends TokenKey<T>, T extends Token> Tokens<K, T> tokens(
      Lane<K, T> lane, AuthRuntime runtime) {
    store.lanes.put(lane.clientId(), lane);
    return cache.tokens(lane, runtime);
  }

  Optional<Token> present(TokenName name) {
    return store.get(name).token().map(token -> token);
  }

  boolean isServed(TokenName name, long nanos) {
    return !store.get(name).servedOnAt(nanos).isNegative()
        && !store.get(name).servedOnAt(nanos).isZero();
  }

  void evict(TokenName name) {
    store.entries.remove(name);
  }

  void rejectedElsewhere(ClientId clientId, TokenName name, TokenDigest token) {
    Optional.ofNullable(store.listeners.get(clientId))
        .ifPresent(listener -> listener.rejectedElsewhere(name, token));
  }

  /** Nothing goes but what a history evicts. */
  private static final class Store implements TokenStore {

    private final Map<TokenName, CacheEntry<?>> entries = new HashMap<>();
    private final Map<ClientId, RejectionListener> listeners = new HashMap<>();
    private final Map<ClientId, Lane<?, ?>> lanes = new HashMap<>();

    @Override
    @SuppressWarnings("unchecked") // an app's lane has tokens of the kind that its region is for
    public <T extends Token> TokenRegion<T> region(RegionOwner owner) {
      listeners.put(owner.clientId(), owner.rejections());
      Lane<?, ?> lane = Optional.ofNullable(lanes.get(owner.clientId())).orElseThrow();
      return new Region<>(this, (Lane<?, T>) lane);
    }

    CacheEntry<?> get(TokenName name) {
      return entries.getOrDefault(name, CacheEntry.none());
    }
  }

  private record Region<T extends Token>(Store store, Lane<?, T> lane) implements TokenRegion<T> {

    @Override
    @SuppressWarnings("unchecked") // names of one lane have tokens of its kind
    public CacheEntry<T> get(TokenName name) {
      return (CacheEntry<T>) store.get(name);
    }

    @Override
    public boolean replace(TokenName name, CacheEntry<T> expected, CacheEntry<T> replacement) {
      if (get(name) != expected) {
        return false;
      }
      if (replacement == CacheEntry.<T>none()) {
        store.entries.remove(name);
        return true;
      }
      store.entries.put(name, replacement);
      if (!replacement.token().map(Token::reveal).equals(expected.token().map(Token::reveal))) {
        lane.stored(name);
      }
      return true;
    }

    @Override
    public CompletionStage<Lease<T>> acquire(
        TokenName name, Predicate<T> useful, Duration patience) {
      return lane.lease(name, useful, patience)
          .thenApply(found -> found.map(Lease::found).orElseGet(Lease::granted));
    }

    @Override
    public void share(TokenName name, T token) {
      lane.shared(name, token);
    }

    @Override
    public void release(TokenName name) {
      lane.released(name);
    }

    @Override
    public void reject(TokenName name, T token) {
      lane.rejectedForAll(name, token);
    }
  }
}
