package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.store.ForPreparingTheStoreContract;
import dev.latchkey.contracts.support.StoreUnderTest;

class PostgresPreparationTest implements ForPreparingTheStoreContract {

  @Override
  public StoreUnderTest store() {
    return Postgres.shared();
  }
}
