package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.AuditContract;
import dev.latchkey.contracts.StoreUnderTest;

class AuditChainOnServerTest implements AuditContract {

  @Override
  public StoreUnderTest store() {
    return Server.shared();
  }
}
