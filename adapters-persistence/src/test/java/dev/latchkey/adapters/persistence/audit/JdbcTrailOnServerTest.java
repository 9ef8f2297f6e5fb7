package dev.latchkey.adapters.persistence.audit;

import dev.latchkey.adapters.persistence.fixtures.Server;
import dev.latchkey.contracts.audit.ForReadingTheTrailContract;
import dev.latchkey.contracts.support.StoreUnderTest;

class JdbcTrailOnServerTest implements ForReadingTheTrailContract {

  @Override
  public StoreUnderTest store() {
    return Server.shared();
  }
}
