package dev.partnerauth.testkit.docs;

import dev.partnerauth.cache.Kept;
import dev.partnerauth.cache.Shelf;
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
  public <T extends Token> Shelf<T> shelf(ShelfOwner owner) {
    return new MapShelf<>(owner.runtime().time());
  }

  private static final class MapShelf<T extends Token> implements Shelf<T> {

    private final Time time;
    private final ConcurrentMap<TokenName, Kept<T>> kept = new ConcurrentHashMap<>();

    private MapShelf(Time time) {
      this.time = time;
    }

    @Override
    public Kept<T> get(TokenName name) {
      Kept<T> found = kept.getOrDefault(name, Kept.none());
      Duration servedOn = found.servedOnAt(time.nanos());
      if (servedOn.isZero() || servedOn.isNegative()) {
        kept.remove(name, found);
        return Kept.none();
      }
      return found;
    }

    @Override
    public boolean replace(TokenName name, Kept<T> expected, Kept<T> replacement) {
      Kept<T> nothing = Kept.none();
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
