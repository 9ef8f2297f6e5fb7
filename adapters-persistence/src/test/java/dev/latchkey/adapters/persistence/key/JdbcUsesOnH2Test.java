package dev.latchkey.adapters.persistence.key;

import dev.latchkey.adapters.persistence.fixtures.H2;
import dev.latchkey.contracts.ForRecordingUseContract;
import dev.latchkey.contracts.StoreUnderTest;

class JdbcUsesOnH2Test implements ForRecordingUseContract {

  @Override
  public StoreUnderTest store() {
    return H2.shared();
  }
}
