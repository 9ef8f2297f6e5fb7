package dev.latchkey.adapters.persistence.tenant;

import dev.latchkey.adapters.persistence.fixtures.Server;
import dev.latchkey.contracts.ForStoringTenantsContract;
import dev.latchkey.contracts.StoreUnderTest;

class JdbcTenantsOnServerTest implements ForStoringTenantsContract {

  @Override
  public StoreUnderTest store() {
    return Server.shared();
  }
}
