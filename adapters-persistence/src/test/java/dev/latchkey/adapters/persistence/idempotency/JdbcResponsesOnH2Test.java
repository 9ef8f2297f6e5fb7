package dev.latchkey.adapters.persistence.idempotency;

import dev.latchkey.adapters.persistence.fixtures.H2;
import dev.latchkey.contracts.idempotency.ForRecordingResponsesContract;
import dev.latchkey.contracts.support.StoreUnderTest;

class JdbcResponsesOnH2Test implements ForRecordingResponsesContract {

  @Override
  public StoreUnderTest store() {
    return H2.shared();
  }
}
