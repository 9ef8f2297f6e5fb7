package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.ForStoringMembersContract;
import dev.latchkey.contracts.StoreUnderTest;

class PostgresMembersTest implements ForStoringMembersContract {

  @Override
  public StoreUnderTest store() {
    return Postgres.shared();
  }
}
