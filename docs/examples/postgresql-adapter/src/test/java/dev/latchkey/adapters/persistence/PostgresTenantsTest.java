package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.support.StoreUnderTest;
import dev.latchkey.contracts.tenant.ForStoringTenantsContract;

class PostgresTenantsTest implements ForStoringTenantsContract {

  @Override
  public StoreUnderTest store() {
    return Postgres.shared();
  }
}
