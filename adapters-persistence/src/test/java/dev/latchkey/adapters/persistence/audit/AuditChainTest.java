package dev.latchkey.adapters.persistence.audit;

import dev.latchkey.adapters.persistence.fixtures.OnSharedH2;
import dev.latchkey.adapters.persistence.fixtures.OnSharedServer;
import dev.latchkey.contracts.audit.AuditContract;
import org.junit.jupiter.api.Nested;

class AuditChainTest {

  @Nested
  class OnH2 implements AuditContract, OnSharedH2 {}

  @Nested
  class OnServer implements AuditContract, OnSharedServer {}
}
