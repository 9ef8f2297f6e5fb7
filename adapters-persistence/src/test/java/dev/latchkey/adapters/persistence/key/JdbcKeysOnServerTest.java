package dev.latchkey.adapters.persistence.key;

import dev.latchkey.adapters.persistence.fixtures.Server;
import dev.latchkey.contracts.key.ForStoringKeysContract;
import dev.latchkey.contracts.support.StoreUnderTest;

class JdbcKeysOnServerTest implements ForStoringKeysContract {

  @Override
  public StoreUnderTest store() {
    return Server.shared();
  }
}
