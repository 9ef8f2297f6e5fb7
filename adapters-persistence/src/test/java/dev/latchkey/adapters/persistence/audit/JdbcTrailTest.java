package dev.latchkey.adapters.persistence.audit;

import dev.latchkey.adapters.persistence.fixtures.OnSharedH2;
import dev.latchkey.adapters.persistence.fixtures.OnSharedServer;
import dev.latchkey.contracts.audit.ForReadingTheTrailContract;
import org.junit.jupiter.api.Nested;

class JdbcTrailTest {

  @Nested
  class OnH2 implements ForReadingTheTrailContract, OnSharedH2 {}

  @Nested
  class OnServer implements ForReadingTheTrailContract, OnSharedServer {}
}
