package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.ForStoringCampaignsContract;
import dev.latchkey.contracts.StoreUnderTest;

class JdbcCampaignsOnServerTest implements ForStoringCampaignsContract {

  @Override
  public StoreUnderTest store() {
    return Server.shared();
  }
}
