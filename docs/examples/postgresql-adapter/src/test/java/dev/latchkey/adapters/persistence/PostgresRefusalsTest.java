package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.refusal.ForNotingRefusalsContract;
import dev.latchkey.contracts.support.StoreUnderTest;

class PostgresRefusalsTest implements ForNotingRefusalsContract {

  @Override
  public StoreUnderTest store() {
    return Postgres.shared();
  }
}
