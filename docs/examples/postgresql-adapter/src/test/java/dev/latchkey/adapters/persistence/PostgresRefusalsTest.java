package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.ForNotingRefusalsContract;
import dev.latchkey.contracts.StoreUnderTest;

class PostgresRefusalsTest implements ForNotingRefusalsContract {

  @Override
  public StoreUnderTest store() {
    return Postgres.shared();
  }
}
