package dev.partnerauth.testkit.docs;

import dev.partnerauth.cache.RenewingTokenCache;
import dev.partnerauth.port.TokenCache;
import dev.partnerauth.testkit.contract.TokenCacheContract;

class MapTokenStoreServesACacheTest extends TokenCacheContract {

  @Override
  protected TokenCache cache() {
    return RenewingTokenCache.over(new MapTokenStore());
  }
}
