package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.ForFindingCredentialsContract;
import dev.latchkey.contracts.StoreUnderTest;

class JdbcCredentialsOnH2Test implements ForFindingCredentialsContract {

  @Override
  public StoreUnderTest store() {
    return new WithoutMemory(H2.shared());
  }
}
