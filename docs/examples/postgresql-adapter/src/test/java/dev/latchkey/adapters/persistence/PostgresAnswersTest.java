package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.ForRememberingAnswersContract;
import dev.latchkey.contracts.StoreUnderTest;

class PostgresAnswersTest implements ForRememberingAnswersContract {

  @Override
  public StoreUnderTest store() {
    return Postgres.shared();
  }
}
