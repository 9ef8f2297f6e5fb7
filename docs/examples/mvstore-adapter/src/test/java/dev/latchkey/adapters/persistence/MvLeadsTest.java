package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.lead.ForStoringLeadsContract;
import dev.latchkey.contracts.support.StoreUnderTest;

class MvLeadsTest implements ForStoringLeadsContract {

  @Override
  public StoreUnderTest store() {
    return StoreOfTests.shared();
  }
}
