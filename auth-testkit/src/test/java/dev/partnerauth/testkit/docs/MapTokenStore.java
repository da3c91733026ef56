package dev.partnerauth.testkit.docs;

import dev.partnerauth.cache.CacheEntry;
import dev.partnerauth.cache.TokenRegion;
import dev.partnerauth.cache.TokenStore;
import dev.partnerauth.port.Time;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenName;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Tokens in a map of this process. What nobody asks for again stays, so it wants a bound. */
final class MapTokenStore implements TokenStore {

  @Override
  public <T extends Token> TokenRegion<T> region(RegionOwner owner) {
    return new MapRegion<>(owner.runtime().time());
  }

  private static final class MapRegion<T extends Token> implements TokenRegion<T> {

    private final Time time;
    private final ConcurrentMap<TokenName, CacheEntry<T>> kept = new ConcurrentHashMap<>();

    private MapRegion(Time time) {
      this.time = time;
    }

    @Override
    public CacheEntry<T> get(TokenName name) {
      CacheEntry<T> found = kept.getOrDefault(name, CacheEntry.none());
      Duration servedOn = found.servedOnAt(time.nanos());
      if (servedOn.isZero() || servedOn.isNegative()) {
        kept.remove(name, found);
        return CacheEntry.none();
      }
      return found;
    }

    @Override
    public boolean replace(TokenName name, CacheEntry<T> expected, CacheEntry<T> replacement) {
      CacheEntry<T> nothing = CacheEntry.none();
      if (get(name) != expected) {
        return false;
      }
      if (expected == nothing) {
        return replacement == nothing || kept.putIfAbsent(name, replacement) == null;
      }
      return replacement == nothing
          ? kept.remove(name, expected)
          : kept.replace(name, expected, replacement);
    }
  }
}
