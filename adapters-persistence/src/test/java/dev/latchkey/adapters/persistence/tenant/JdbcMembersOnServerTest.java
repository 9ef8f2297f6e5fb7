package dev.latchkey.adapters.persistence.tenant;

import dev.latchkey.adapters.persistence.fixtures.Server;
import dev.latchkey.contracts.member.ForStoringMembersContract;
import dev.latchkey.contracts.support.StoreUnderTest;

class JdbcMembersOnServerTest implements ForStoringMembersContract {

  @Override
  public StoreUnderTest store() {
    return Server.shared();
  }
}
