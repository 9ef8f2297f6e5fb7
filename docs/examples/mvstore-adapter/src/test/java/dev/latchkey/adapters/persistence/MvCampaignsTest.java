package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.campaign.ForStoringCampaignsContract;
import dev.latchkey.contracts.support.StoreUnderTest;

class MvCampaignsTest implements ForStoringCampaignsContract {

  @Override
  public StoreUnderTest store() {
    return StoreOfTests.shared();
  }
}
