package dev.latchkey.adapters.persistence.idempotency;

import dev.latchkey.adapters.persistence.fixtures.Server;
import dev.latchkey.contracts.ForStoringResponsesContract;
import dev.latchkey.contracts.StoreUnderTest;

class JdbcResponsesOnServerTest implements ForStoringResponsesContract {

  @Override
  public StoreUnderTest store() {
    return Server.shared();
  }
}
