package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.ForReadingTheTrailContract;
import dev.latchkey.contracts.StoreUnderTest;

class PostgresTrailTest implements ForReadingTheTrailContract {

  @Override
  public StoreUnderTest store() {
    return Postgres.shared();
  }
}
