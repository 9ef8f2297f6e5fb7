package dev.latchkey.adapters.persistence.tenant;

import dev.latchkey.adapters.persistence.fixtures.OnSharedH2;
import dev.latchkey.adapters.persistence.fixtures.OnSharedServer;
import dev.latchkey.contracts.member.ForStoringMembersContract;
import org.junit.jupiter.api.Nested;

class JdbcMembersTest {

  @Nested
  class OnH2 implements ForStoringMembersContract, OnSharedH2 {}

  @Nested
  class OnServer implements ForStoringMembersContract, OnSharedServer {}
}
