package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.key.ForStoringKeysContract;
import dev.latchkey.contracts.support.StoreUnderTest;

class MvKeysTest implements ForStoringKeysContract {

  @Override
  public StoreUnderTest store() {
    return StoreOfTests.shared();
  }
}
