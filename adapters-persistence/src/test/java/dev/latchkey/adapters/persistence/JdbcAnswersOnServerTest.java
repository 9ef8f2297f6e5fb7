package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.ForStoringResponsesContract;
import dev.latchkey.contracts.StoreUnderTest;

class JdbcAnswersOnServerTest implements ForStoringResponsesContract {

  @Override
  public StoreUnderTest store() {
    return Server.shared();
  }
}
