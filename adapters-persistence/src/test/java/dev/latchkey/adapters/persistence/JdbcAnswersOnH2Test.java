package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.ForStoringResponsesContract;
import dev.latchkey.contracts.StoreUnderTest;

class JdbcAnswersOnH2Test implements ForStoringResponsesContract {

  @Override
  public StoreUnderTest store() {
    return H2.shared();
  }
}
