package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.ForFindingCredentialsContract;
import dev.latchkey.contracts.StoreUnderTest;

class PostgresCredentialsTest implements ForFindingCredentialsContract {

  @Override
  public StoreUnderTest store() {
    return Postgres.shared();
  }
}
