package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.ForStoringKeysContract;
import dev.latchkey.contracts.StoreUnderTest;

class PostgresKeysTest implements ForStoringKeysContract {

  @Override
  public StoreUnderTest store() {
    return Postgres.shared();
  }
}
