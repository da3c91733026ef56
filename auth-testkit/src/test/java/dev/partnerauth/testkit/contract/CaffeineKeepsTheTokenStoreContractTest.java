package dev.partnerauth.testkit.contract;

import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import dev.partnerauth.cache.CaffeineTokenStore;
import dev.partnerauth.cache.TokenStore;
import java.time.Duration;

class CaffeineKeepsTheTokenStoreContractTest extends TokenStoreContract {

  @Override
  protected TokenStore store() {
    return CaffeineTokenStore.of(1000, Duration.ofDays(2), StatsCounter::disabledStatsCounter);
  }
}
