package dev.latchkey.adapters.persistence.key;

import dev.latchkey.adapters.persistence.fixtures.H2;
import dev.latchkey.contracts.ForStoringKeysContract;
import dev.latchkey.contracts.StoreUnderTest;

class JdbcKeysOnH2Test implements ForStoringKeysContract {

  @Override
  public StoreUnderTest store() {
    return H2.shared();
  }
}
