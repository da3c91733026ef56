package dev.partnerauth.testkit.contract;

import dev.partnerauth.cache.CaffeineTokenCache;
import dev.partnerauth.port.TokenCache;
import java.time.Duration;

class CaffeineKeepsTheTokenCacheContractTest extends TokenCacheContract {

  @Override
  protected TokenCache cache() {
    return CaffeineTokenCache.builder().idle(Duration.ofDays(2)).build();
  }
}
