package dev.latchkey.adapters.persistence.tenant;

import dev.latchkey.adapters.persistence.fixtures.Server;
import dev.latchkey.contracts.ForStoringMembersContract;
import dev.latchkey.contracts.StoreUnderTest;

class JdbcMembersOnServerTest implements ForStoringMembersContract {

  @Override
  public StoreUnderTest store() {
    return Server.shared();
  }
}
