package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.support.StoreUnderTest;
import dev.latchkey.contracts.tenant.ForStoringTenantsContract;

class MvTenantsTest implements ForStoringTenantsContract {

  @Override
  public StoreUnderTest store() {
    return StoreOfTests.shared();
  }
}
