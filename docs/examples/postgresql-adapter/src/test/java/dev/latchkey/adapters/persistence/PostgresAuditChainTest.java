package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.audit.AuditContract;
import dev.latchkey.contracts.support.StoreUnderTest;

class PostgresAuditChainTest implements AuditContract {

  @Override
  public StoreUnderTest store() {
    return Postgres.shared();
  }
}
