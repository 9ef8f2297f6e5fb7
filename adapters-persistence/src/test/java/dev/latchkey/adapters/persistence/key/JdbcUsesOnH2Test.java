package dev.latchkey.adapters.persistence.key;

import dev.latchkey.adapters.persistence.fixtures.H2;
import dev.latchkey.contracts.key.ForRecordingUseContract;
import dev.latchkey.contracts.support.StoreUnderTest;

class JdbcUsesOnH2Test implements ForRecordingUseContract {

  @Override
  public StoreUnderTest store() {
    return H2.shared();
  }
}
