package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.idempotency.ForRecordingResponsesContract;
import dev.latchkey.contracts.support.StoreUnderTest;

class MvAnswersTest implements ForRecordingResponsesContract {

  @Override
  public StoreUnderTest store() {
    return StoreOfTests.shared();
  }
}
