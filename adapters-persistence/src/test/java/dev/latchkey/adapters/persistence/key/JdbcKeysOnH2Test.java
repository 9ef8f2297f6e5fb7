package dev.latchkey.adapters.persistence.key;

import dev.latchkey.adapters.persistence.fixtures.H2;
import dev.latchkey.contracts.key.ForStoringKeysContract;
import dev.latchkey.contracts.support.StoreUnderTest;

class JdbcKeysOnH2Test implements ForStoringKeysContract {

  @Override
  public StoreUnderTest store() {
    return H2.shared();
  }
}
