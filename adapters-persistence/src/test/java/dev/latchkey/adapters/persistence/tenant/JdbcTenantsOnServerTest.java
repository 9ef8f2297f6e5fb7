package dev.latchkey.adapters.persistence.tenant;

import dev.latchkey.adapters.persistence.fixtures.Server;
import dev.latchkey.contracts.support.StoreUnderTest;
import dev.latchkey.contracts.tenant.ForStoringTenantsContract;

class JdbcTenantsOnServerTest implements ForStoringTenantsContract {

  @Override
  public StoreUnderTest store() {
    return Server.shared();
  }
}
