package dev.partnerauth.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenName;
import java.time.Duration;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Keeps tokens in this process with Caffeine. An entry goes when its token dies, when nobody has
 * asked for it for a while, or when there are too many.
 *
 * @since 0.1.0
 */
public final class CaffeineTokenStore implements TokenStore {

  private final long maximumSize;
  private final Duration idle;
  private final Supplier<StatsCounter> statistics;

  private CaffeineTokenStore(long maximumSize, Duration idle, Supplier<StatsCounter> statistics) {
    this.maximumSize = maximumSize;
    this.idle = idle;
    this.statistics = statistics;
  }

  /**
   * @param maximumSize of each app's tokens of one kind; above zero
   * @param idle how long an entry stays that nobody asks for; above zero
   * @param statistics called once for each app and kind; {@link StatsCounter#disabledStatsCounter}
   *     counts nothing
   */
  public static CaffeineTokenStore of(
      long maximumSize, Duration idle, Supplier<StatsCounter> statistics) {
    if (maximumSize < 1 || idle.isNegative() || idle.isZero()) {
      throw new IllegalArgumentException(
          "maximumSize and idle must be above zero, not " + maximumSize + ", " + idle);
    }
    return new CaffeineTokenStore(maximumSize, idle, statistics);
  }

  @Override
  public <T extends Token> TokenRegion<T> region(RegionOwner owner) {
    AuthRuntime runtime = owner.runtime();
    Caffeine<TokenName, CacheEntry<T>> builder =
        Caffeine.newBuilder()
            .maximumSize(maximumSize)
            .expireAfter(new TokenLife<T>(idle))
            .ticker(runtime.time()::nanos)
            .executor(runtime.executor());
    StatsCounter counter = statistics.get();
    Caffeine<TokenName, CacheEntry<T>> counted =
        counter.equals(StatsCounter.disabledStatsCounter())
            ? builder
            : builder.recordStats(() -> counter);
    return new CaffeineRegion<>(counted.build());
  }

  private static final class CaffeineRegion<T extends Token> implements TokenRegion<T> {

    private final Cache<TokenName, CacheEntry<T>> cache;
    private final ConcurrentMap<TokenName, CacheEntry<T>> map;

    CaffeineRegion(Cache<TokenName, CacheEntry<T>> cache) {
      this.cache = cache;
      this.map = cache.asMap();
    }

    @Override
    public CacheEntry<T> get(TokenName name) {
      CacheEntry<T> kept = cache.getIfPresent(name);
      return kept == null ? CacheEntry.none() : kept;
    }

    @Override
    public boolean replace(TokenName name, CacheEntry<T> expected, CacheEntry<T> replacement) {
      if (expected == CacheEntry.<T>none()) {
        return replacement == CacheEntry.<T>none() || map.putIfAbsent(name, replacement) == null;
      }
      return replacement == CacheEntry.<T>none()
          ? map.remove(name, expected)
          : map.replace(name, expected, replacement);
    }
  }
}
