package dev.latchkey.adapters.persistence.credential;

import dev.latchkey.adapters.persistence.fixtures.Server;
import dev.latchkey.adapters.persistence.fixtures.StoreWithoutCache;
import dev.latchkey.contracts.ForFindingCredentialsContract;
import dev.latchkey.contracts.StoreUnderTest;

class JdbcCredentialsOnServerTest implements ForFindingCredentialsContract {

  @Override
  public StoreUnderTest store() {
    return new StoreWithoutCache(Server.shared());
  }
}
