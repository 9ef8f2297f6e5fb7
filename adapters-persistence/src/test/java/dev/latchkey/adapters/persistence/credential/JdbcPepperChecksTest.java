package dev.latchkey.adapters.persistence.credential;

import dev.latchkey.adapters.persistence.fixtures.OnSharedH2;
import dev.latchkey.adapters.persistence.fixtures.OnSharedServer;
import dev.latchkey.contracts.key.ForStoringPepperChecksContract;
import org.junit.jupiter.api.Nested;

class JdbcPepperChecksTest {

  @Nested
  class OnH2 implements ForStoringPepperChecksContract, OnSharedH2 {}

  @Nested
  class OnServer implements ForStoringPepperChecksContract, OnSharedServer {}
}
