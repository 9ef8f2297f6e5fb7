package dev.latchkey.adapters.persistence.lead;

import dev.latchkey.adapters.persistence.fixtures.OnSharedH2;
import dev.latchkey.adapters.persistence.fixtures.OnSharedServer;
import dev.latchkey.contracts.lead.ForStoringLeadsContract;
import org.junit.jupiter.api.Nested;

class JdbcLeadsTest {

  @Nested
  class OnH2 implements ForStoringLeadsContract, OnSharedH2 {}

  @Nested
  class OnServer implements ForStoringLeadsContract, OnSharedServer {}
}
