package dev.partnerauth.testkit.docs;

import dev.partnerauth.cache.TokenStore;
import dev.partnerauth.testkit.contract.TokenStoreContract;

class MapTokenStoreKeepsTheContractTest extends TokenStoreContract {

  @Override
  protected TokenStore store() {
    return new MapTokenStore();
  }
}
