package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.ForStoringLeadsContract;
import dev.latchkey.contracts.StoreUnderTest;

class JdbcLeadsOnServerTest implements ForStoringLeadsContract {

  @Override
  public StoreUnderTest store() {
    return Server.shared();
  }
}
