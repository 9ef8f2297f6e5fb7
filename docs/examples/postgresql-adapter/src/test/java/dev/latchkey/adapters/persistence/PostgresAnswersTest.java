package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.ForRecordingResponsesContract;
import dev.latchkey.contracts.StoreUnderTest;

class PostgresAnswersTest implements ForRecordingResponsesContract {

  @Override
  public StoreUnderTest store() {
    return Postgres.shared();
  }
}
