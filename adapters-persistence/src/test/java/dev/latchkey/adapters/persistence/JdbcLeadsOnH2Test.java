package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.ForStoringLeadsContract;
import dev.latchkey.contracts.StoreUnderTest;

class JdbcLeadsOnH2Test implements ForStoringLeadsContract {

  @Override
  public StoreUnderTest store() {
    return H2.shared();
  }
}
