package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.ForReadingTheTrailContract;
import dev.latchkey.contracts.StoreUnderTest;

class JdbcTrailOnH2Test implements ForReadingTheTrailContract {

  @Override
  public StoreUnderTest store() {
    return H2.shared();
  }
}
