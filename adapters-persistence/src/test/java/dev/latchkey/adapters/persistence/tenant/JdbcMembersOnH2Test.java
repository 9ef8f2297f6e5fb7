package dev.latchkey.adapters.persistence.tenant;

import dev.latchkey.adapters.persistence.fixtures.H2;
import dev.latchkey.contracts.member.ForStoringMembersContract;
import dev.latchkey.contracts.support.StoreUnderTest;

class JdbcMembersOnH2Test implements ForStoringMembersContract {

  @Override
  public StoreUnderTest store() {
    return H2.shared();
  }
}
