package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.ForRecordingUseContract;
import dev.latchkey.contracts.StoreUnderTest;

class PostgresUsesTest implements ForRecordingUseContract {

  @Override
  public StoreUnderTest store() {
    return Postgres.shared();
  }
}
