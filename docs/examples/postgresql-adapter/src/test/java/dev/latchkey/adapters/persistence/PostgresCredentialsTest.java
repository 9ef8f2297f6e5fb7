package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.key.ForFindingCredentialsContract;
import dev.latchkey.contracts.support.StoreUnderTest;

class PostgresCredentialsTest implements ForFindingCredentialsContract {

  @Override
  public StoreUnderTest store() {
    return Postgres.shared();
  }
}
