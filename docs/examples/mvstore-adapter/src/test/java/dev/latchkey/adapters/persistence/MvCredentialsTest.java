package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.key.ForFindingCredentialsContract;
import dev.latchkey.contracts.support.StoreUnderTest;

class MvCredentialsTest implements ForFindingCredentialsContract {

  @Override
  public StoreUnderTest store() {
    return StoreOfTests.shared();
  }
}
