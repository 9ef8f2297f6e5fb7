package dev.latchkey.adapters.persistence.audit;

import dev.latchkey.adapters.persistence.fixtures.H2;
import dev.latchkey.contracts.audit.ForReadingTheTrailContract;
import dev.latchkey.contracts.support.StoreUnderTest;

class JdbcTrailOnH2Test implements ForReadingTheTrailContract {

  @Override
  public StoreUnderTest store() {
    return H2.shared();
  }
}
