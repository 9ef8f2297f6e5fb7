package dev.latchkey.adapters.persistence.idempotency;

import dev.latchkey.adapters.persistence.fixtures.Server;
import dev.latchkey.contracts.idempotency.ForRecordingResponsesContract;
import dev.latchkey.contracts.support.StoreUnderTest;

class JdbcResponsesOnServerTest implements ForRecordingResponsesContract {

  @Override
  public StoreUnderTest store() {
    return Server.shared();
  }
}
