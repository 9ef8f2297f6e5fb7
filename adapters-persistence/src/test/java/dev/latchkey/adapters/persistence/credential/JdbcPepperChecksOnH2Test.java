package dev.latchkey.adapters.persistence.credential;

import dev.latchkey.adapters.persistence.fixtures.H2;
import dev.latchkey.contracts.key.ForStoringPepperChecksContract;
import dev.latchkey.contracts.support.StoreUnderTest;

class JdbcPepperChecksOnH2Test implements ForStoringPepperChecksContract {

  @Override
  public StoreUnderTest store() {
    return H2.shared();
  }
}
