package dev.latchkey.adapters.postgresql;

import dev.latchkey.contracts.AuditContract;
import dev.latchkey.contracts.StoreUnderTest;

class AuditChainTest implements AuditContract {

  @Override
  public StoreUnderTest store() {
    return Postgres.shared();
  }
}
