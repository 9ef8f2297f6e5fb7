package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.ForReadingTheTrailContract;
import dev.latchkey.contracts.StoreUnderTest;

class JdbcTrailOnServerTest implements ForReadingTheTrailContract {

  @Override
  public StoreUnderTest store() {
    return Server.shared();
  }
}
