package dev.latchkey.adapters.persistence.migration;

import dev.latchkey.adapters.persistence.fixtures.OnSharedH2;
import dev.latchkey.adapters.persistence.fixtures.OnSharedServer;
import dev.latchkey.contracts.store.ForPreparingTheStoreContract;
import org.junit.jupiter.api.Nested;

class JdbcPreparationTest {

  @Nested
  class OnH2 implements ForPreparingTheStoreContract, OnSharedH2 {}

  @Nested
  class OnServer implements ForPreparingTheStoreContract, OnSharedServer {}
}
