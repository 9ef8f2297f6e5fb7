package dev.latchkey.adapters.persistence.lead;

import dev.latchkey.adapters.persistence.fixtures.H2;
import dev.latchkey.contracts.lead.ForStoringLeadsContract;
import dev.latchkey.contracts.support.StoreUnderTest;

class JdbcLeadsOnH2Test implements ForStoringLeadsContract {

  @Override
  public StoreUnderTest store() {
    return H2.shared();
  }
}
