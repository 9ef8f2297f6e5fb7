package dev.latchkey.adapters.persistence.audit;

import dev.latchkey.adapters.persistence.fixtures.Server;
import dev.latchkey.contracts.audit.AuditContract;
import dev.latchkey.contracts.support.StoreUnderTest;

class AuditChainOnServerTest implements AuditContract {

  @Override
  public StoreUnderTest store() {
    return Server.shared();
  }
}
