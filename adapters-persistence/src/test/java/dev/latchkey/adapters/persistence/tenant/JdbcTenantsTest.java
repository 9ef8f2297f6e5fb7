package dev.latchkey.adapters.persistence.tenant;

import dev.latchkey.adapters.persistence.fixtures.OnSharedH2;
import dev.latchkey.adapters.persistence.fixtures.OnSharedServer;
import dev.latchkey.contracts.tenant.ForStoringTenantsContract;
import org.junit.jupiter.api.Nested;

class JdbcTenantsTest {

  @Nested
  class OnH2 implements ForStoringTenantsContract, OnSharedH2 {}

  @Nested
  class OnServer implements ForStoringTenantsContract, OnSharedServer {}
}
