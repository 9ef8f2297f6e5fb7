package dev.latchkey.adapters.persistence.audit;

import dev.latchkey.adapters.persistence.fixtures.H2;
import dev.latchkey.contracts.audit.AuditContract;
import dev.latchkey.contracts.support.StoreUnderTest;

class AuditChainOnH2Test implements AuditContract {

  @Override
  public StoreUnderTest store() {
    return H2.shared();
  }
}
