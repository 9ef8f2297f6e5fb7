package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.ForStoringTenantsContract;
import dev.latchkey.contracts.StoreUnderTest;

class PostgresTenantsTest implements ForStoringTenantsContract {

  @Override
  public StoreUnderTest store() {
    return Postgres.shared();
  }
}
