package dev.latchkey.adapters.persistence.tenant;

import dev.latchkey.adapters.persistence.fixtures.H2;
import dev.latchkey.contracts.support.StoreUnderTest;
import dev.latchkey.contracts.tenant.ForStoringTenantsContract;

class JdbcTenantsOnH2Test implements ForStoringTenantsContract {

  @Override
  public StoreUnderTest store() {
    return H2.shared();
  }
}
