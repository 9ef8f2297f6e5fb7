package dev.latchkey.adapters.persistence.audit;

import dev.latchkey.adapters.persistence.fixtures.H2;
import dev.latchkey.contracts.AuditContract;
import dev.latchkey.contracts.StoreUnderTest;

class AuditChainOnH2Test implements AuditContract {

  @Override
  public StoreUnderTest store() {
    return H2.shared();
  }
}
