package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.ForStoringCampaignsContract;
import dev.latchkey.contracts.StoreUnderTest;

class PostgresCampaignsTest implements ForStoringCampaignsContract {

  @Override
  public StoreUnderTest store() {
    return Postgres.shared();
  }
}
