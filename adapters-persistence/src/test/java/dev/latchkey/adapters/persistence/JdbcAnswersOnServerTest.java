package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.ForRememberingAnswersContract;
import dev.latchkey.contracts.StoreUnderTest;

class JdbcAnswersOnServerTest implements ForRememberingAnswersContract {

  @Override
  public StoreUnderTest store() {
    return Server.shared();
  }
}
