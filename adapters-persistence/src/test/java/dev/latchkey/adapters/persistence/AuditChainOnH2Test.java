package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.AuditContract;
import dev.latchkey.contracts.StoreUnderTest;

class AuditChainOnH2Test implements AuditContract {

  @Override
  public StoreUnderTest store() {
    return H2.shared();
  }
}
