package dev.latchkey.adapters.postgresql;

import dev.latchkey.contracts.ForStoringLeadsContract;
import dev.latchkey.contracts.StoreUnderTest;

class PostgresLeadsTest implements ForStoringLeadsContract {

  @Override
  public StoreUnderTest store() {
    return Postgres.shared();
  }
}
