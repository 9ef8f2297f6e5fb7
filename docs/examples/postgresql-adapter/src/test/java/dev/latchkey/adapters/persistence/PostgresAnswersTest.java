package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.idempotency.ForRecordingResponsesContract;
import dev.latchkey.contracts.support.StoreUnderTest;

class PostgresAnswersTest implements ForRecordingResponsesContract {

  @Override
  public StoreUnderTest store() {
    return Postgres.shared();
  }
}
