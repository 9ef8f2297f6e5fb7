package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.audit.ForReadingTheTrailContract;
import dev.latchkey.contracts.support.StoreUnderTest;

class MvTrailTest implements ForReadingTheTrailContract {

  @Override
  public StoreUnderTest store() {
    return StoreOfTests.shared();
  }
}
