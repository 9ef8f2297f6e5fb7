package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.key.ForStoringPepperChecksContract;
import dev.latchkey.contracts.support.StoreUnderTest;

class MvPepperChecksTest implements ForStoringPepperChecksContract {

  @Override
  public StoreUnderTest store() {
    return StoreOfTests.shared();
  }
}
