package dev.latchkey.adapters.postgresql;

import dev.latchkey.contracts.ForStoringTenantsContract;
import dev.latchkey.contracts.StoreUnderTest;

class PostgresTenantsTest implements ForStoringTenantsContract {

  @Override
  public StoreUnderTest store() {
    return Postgres.shared();
  }
}
