package dev.latchkey.adapters.persistence.credential;

import dev.latchkey.adapters.persistence.fixtures.Server;
import dev.latchkey.adapters.persistence.fixtures.StoreWithoutCache;
import dev.latchkey.contracts.key.ForFindingCredentialsContract;
import dev.latchkey.contracts.support.StoreUnderTest;

class JdbcCredentialsOnServerTest implements ForFindingCredentialsContract {

  @Override
  public StoreUnderTest store() {
    return new StoreWithoutCache(Server.shared());
  }
}
