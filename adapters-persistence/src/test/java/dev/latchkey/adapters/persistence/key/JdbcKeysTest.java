package dev.latchkey.adapters.persistence.key;

import dev.latchkey.adapters.persistence.fixtures.OnSharedH2;
import dev.latchkey.adapters.persistence.fixtures.OnSharedServer;
import dev.latchkey.contracts.key.ForStoringKeysContract;
import org.junit.jupiter.api.Nested;

class JdbcKeysTest {

  @Nested
  class OnH2 implements ForStoringKeysContract, OnSharedH2 {}

  @Nested
  class OnServer implements ForStoringKeysContract, OnSharedServer {}
}
