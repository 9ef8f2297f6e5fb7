package dev.latchkey.adapters.persistence.campaign;

import dev.latchkey.adapters.persistence.fixtures.Server;
import dev.latchkey.contracts.campaign.ForStoringCampaignsContract;
import dev.latchkey.contracts.support.StoreUnderTest;

class JdbcCampaignsOnServerTest implements ForStoringCampaignsContract {

  @Override
  public StoreUnderTest store() {
    return Server.shared();
  }
}
