package dev.latchkey.adapters.persistence.lead;

import dev.latchkey.adapters.persistence.fixtures.Server;
import dev.latchkey.contracts.ForStoringLeadsContract;
import dev.latchkey.contracts.StoreUnderTest;

class JdbcLeadsOnServerTest implements ForStoringLeadsContract {

  @Override
  public StoreUnderTest store() {
    return Server.shared();
  }
}
