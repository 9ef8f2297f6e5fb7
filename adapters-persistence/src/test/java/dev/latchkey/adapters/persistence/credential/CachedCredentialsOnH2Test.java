package dev.latchkey.adapters.persistence.credential;

import dev.latchkey.adapters.persistence.fixtures.H2;
import dev.latchkey.contracts.key.ForFindingCredentialsContract;
import dev.latchkey.contracts.support.StoreUnderTest;

class CachedCredentialsOnH2Test implements ForFindingCredentialsContract {

  @Override
  public StoreUnderTest store() {
    return H2.shared();
  }
}
