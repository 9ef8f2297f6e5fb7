package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.AuditContract;
import dev.latchkey.contracts.StoreUnderTest;

class PostgresAuditChainTest implements AuditContract {

  @Override
  public StoreUnderTest store() {
    return Postgres.shared();
  }
}
