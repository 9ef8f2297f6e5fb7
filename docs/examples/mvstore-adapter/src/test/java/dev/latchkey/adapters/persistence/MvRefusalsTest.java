package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.refusal.ForNotingRefusalsContract;
import dev.latchkey.contracts.support.StoreUnderTest;

class MvRefusalsTest implements ForNotingRefusalsContract {

  @Override
  public StoreUnderTest store() {
    return StoreOfTests.shared();
  }
}
