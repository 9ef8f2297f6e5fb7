package dev.latchkey.adapters.persistence.tenant;

import dev.latchkey.adapters.persistence.fixtures.H2;
import dev.latchkey.contracts.ForStoringMembersContract;
import dev.latchkey.contracts.StoreUnderTest;

class JdbcMembersOnH2Test implements ForStoringMembersContract {

  @Override
  public StoreUnderTest store() {
    return H2.shared();
  }
}
