package dev.latchkey.adapters.persistence.key;

import dev.latchkey.adapters.persistence.fixtures.Server;
import dev.latchkey.contracts.key.ForRecordingUseContract;
import dev.latchkey.contracts.support.StoreUnderTest;

class JdbcUsesOnServerTest implements ForRecordingUseContract {

  @Override
  public StoreUnderTest store() {
    return Server.shared();
  }
}
