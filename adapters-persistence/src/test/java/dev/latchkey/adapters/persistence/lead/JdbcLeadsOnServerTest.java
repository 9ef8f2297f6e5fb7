package dev.latchkey.adapters.persistence.lead;

import dev.latchkey.adapters.persistence.fixtures.Server;
import dev.latchkey.contracts.lead.ForStoringLeadsContract;
import dev.latchkey.contracts.support.StoreUnderTest;

class JdbcLeadsOnServerTest implements ForStoringLeadsContract {

  @Override
  public StoreUnderTest store() {
    return Server.shared();
  }
}
