package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.audit.AuditContract;
import dev.latchkey.contracts.support.StoreUnderTest;

class MvAuditChainTest implements AuditContract {

  @Override
  public StoreUnderTest store() {
    return StoreOfTests.shared();
  }
}
