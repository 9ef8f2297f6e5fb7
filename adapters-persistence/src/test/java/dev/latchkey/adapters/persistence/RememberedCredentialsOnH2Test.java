package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.ForFindingCredentialsContract;
import dev.latchkey.contracts.StoreUnderTest;

class RememberedCredentialsOnH2Test implements ForFindingCredentialsContract {

  @Override
  public StoreUnderTest store() {
    return H2.shared();
  }
}
