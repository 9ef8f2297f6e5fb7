package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.ForStoringPepperChecksContract;
import dev.latchkey.contracts.StoreUnderTest;

class JdbcPepperChecksOnH2Test implements ForStoringPepperChecksContract {

  @Override
  public StoreUnderTest store() {
    return H2.shared();
  }
}
