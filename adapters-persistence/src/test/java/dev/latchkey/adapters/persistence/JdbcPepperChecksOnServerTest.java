package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.ForStoringPepperChecksContract;
import dev.latchkey.contracts.StoreUnderTest;

class JdbcPepperChecksOnServerTest implements ForStoringPepperChecksContract {

  @Override
  public StoreUnderTest store() {
    return Server.shared();
  }
}
