package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.ForStoringKeysContract;
import dev.latchkey.contracts.StoreUnderTest;

class JdbcKeysOnServerTest implements ForStoringKeysContract {

  @Override
  public StoreUnderTest store() {
    return Server.shared();
  }
}
