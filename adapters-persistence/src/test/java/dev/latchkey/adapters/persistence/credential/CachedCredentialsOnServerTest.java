package dev.latchkey.adapters.persistence.credential;

import dev.latchkey.adapters.persistence.fixtures.Server;
import dev.latchkey.contracts.ForFindingCredentialsContract;
import dev.latchkey.contracts.StoreUnderTest;

class CachedCredentialsOnServerTest implements ForFindingCredentialsContract {

  @Override
  public StoreUnderTest store() {
    return Server.shared();
  }
}
