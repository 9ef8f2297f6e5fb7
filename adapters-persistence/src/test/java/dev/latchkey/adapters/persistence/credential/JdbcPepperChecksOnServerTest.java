package dev.latchkey.adapters.persistence.credential;

import dev.latchkey.adapters.persistence.fixtures.Server;
import dev.latchkey.contracts.key.ForStoringPepperChecksContract;
import dev.latchkey.contracts.support.StoreUnderTest;

class JdbcPepperChecksOnServerTest implements ForStoringPepperChecksContract {

  @Override
  public StoreUnderTest store() {
    return Server.shared();
  }
}
