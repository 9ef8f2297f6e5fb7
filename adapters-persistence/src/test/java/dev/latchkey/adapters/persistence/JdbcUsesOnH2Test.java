package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.ForRecordingUseContract;
import dev.latchkey.contracts.StoreUnderTest;

class JdbcUsesOnH2Test implements ForRecordingUseContract {

  @Override
  public StoreUnderTest store() {
    return H2.shared();
  }
}
