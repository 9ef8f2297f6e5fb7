package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.key.ForRecordingUseContract;
import dev.latchkey.contracts.support.StoreUnderTest;

class MvUsesTest implements ForRecordingUseContract {

  @Override
  public StoreUnderTest store() {
    return StoreOfTests.shared();
  }
}
