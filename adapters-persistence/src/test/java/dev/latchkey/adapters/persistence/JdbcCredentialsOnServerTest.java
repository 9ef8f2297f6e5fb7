package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.ForFindingCredentialsContract;
import dev.latchkey.contracts.StoreUnderTest;

class JdbcCredentialsOnServerTest implements ForFindingCredentialsContract {

  @Override
  public StoreUnderTest store() {
    return new WithoutMemory(Server.shared());
  }
}
