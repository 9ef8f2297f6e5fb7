package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.ForRememberingAnswersContract;
import dev.latchkey.contracts.StoreUnderTest;

class JdbcAnswersOnH2Test implements ForRememberingAnswersContract {

  @Override
  public StoreUnderTest store() {
    return H2.shared();
  }
}
