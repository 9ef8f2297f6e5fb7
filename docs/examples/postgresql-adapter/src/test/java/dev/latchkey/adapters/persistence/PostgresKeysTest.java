package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.key.ForStoringKeysContract;
import dev.latchkey.contracts.support.StoreUnderTest;

class PostgresKeysTest implements ForStoringKeysContract {

  @Override
  public StoreUnderTest store() {
    return Postgres.shared();
  }
}
