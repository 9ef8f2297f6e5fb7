package dev.latchkey.adapters.persistence.campaign;

import dev.latchkey.adapters.persistence.fixtures.Server;
import dev.latchkey.contracts.ForStoringCampaignsContract;
import dev.latchkey.contracts.StoreUnderTest;

class JdbcCampaignsOnServerTest implements ForStoringCampaignsContract {

  @Override
  public StoreUnderTest store() {
    return Server.shared();
  }
}
