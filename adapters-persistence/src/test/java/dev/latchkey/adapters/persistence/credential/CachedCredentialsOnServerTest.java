package dev.latchkey.adapters.persistence.credential;

import dev.latchkey.adapters.persistence.fixtures.Server;
import dev.latchkey.contracts.key.ForFindingCredentialsContract;
import dev.latchkey.contracts.support.StoreUnderTest;

class CachedCredentialsOnServerTest implements ForFindingCredentialsContract {

  @Override
  public StoreUnderTest store() {
    return Server.shared();
  }
}
