package dev.partnerauth.testkit.contract;

import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import dev.partnerauth.cache.CaffeineTokenStore;
import dev.partnerauth.cache.RenewingTokenCache;
import dev.partnerauth.port.TokenCache;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Each test has a namespace of its own on one real Redis, and three kinds of token shared. */
class CachesOverRedis extends TokenCacheContract {

  private static final List<RenewingTokenCache> OPEN = new ArrayList<>();
  private static final OneRedis REDIS = OneRedis.start();

  static void stop() {
    OPEN.forEach(RenewingTokenCache::close);
    REDIS.close();
  }

  @Override
  protected TokenCache cache() {
    CaffeineTokenStore near =
        CaffeineTokenStore.of(100_000, Duration.ofDays(2), StatsCounter::disabledStatsCounter);
    RenewingTokenCache cache =
        RenewingTokenCache.over(new AwaitedLeases(REDIS.freshNamespace(near).store()));
    OPEN.add(cache);
    return cache;
  }
}
