package dev.partnerauth.testkit.contract;

import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import dev.partnerauth.cache.CaffeineTokenStore;
import dev.partnerauth.cache.TokenStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;

class RedisKeepsTheTokenStoreContractTest extends TokenStoreContract {

  private static final List<TokenStore> OPEN = new ArrayList<>();
  private static final OneRedis REDIS = OneRedis.start();

  @AfterAll
  static void stop() {
    OPEN.forEach(TokenStore::close);
    REDIS.close();
  }

  @Override
  protected TokenStore store() {
    TokenStore store =
        REDIS
            .freshNamespace(
                CaffeineTokenStore.of(1000, Duration.ofDays(2), StatsCounter::disabledStatsCounter))
            .store();
    OPEN.add(store);
    return store;
  }
}
