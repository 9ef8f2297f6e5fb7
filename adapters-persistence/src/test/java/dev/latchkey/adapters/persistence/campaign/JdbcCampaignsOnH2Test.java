package dev.latchkey.adapters.persistence.campaign;

import dev.latchkey.adapters.persistence.fixtures.H2;
import dev.latchkey.contracts.campaign.ForStoringCampaignsContract;
import dev.latchkey.contracts.support.StoreUnderTest;

class JdbcCampaignsOnH2Test implements ForStoringCampaignsContract {

  @Override
  public StoreUnderTest store() {
    return H2.shared();
  }
}
