package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.ForStoringLeadsContract;
import dev.latchkey.contracts.StoreUnderTest;

class PostgresLeadsTest implements ForStoringLeadsContract {

  @Override
  public StoreUnderTest store() {
    return Postgres.shared();
  }
}
