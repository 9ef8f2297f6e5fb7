package dev.latchkey.adapters.persistence.credential;

import dev.latchkey.adapters.persistence.fixtures.OnSharedH2;
import dev.latchkey.adapters.persistence.fixtures.OnSharedServer;
import dev.latchkey.contracts.key.ForFindingCredentialsContract;
import org.junit.jupiter.api.Nested;

class CachedCredentialsTest {

  @Nested
  class OnH2 implements ForFindingCredentialsContract, OnSharedH2 {}

  @Nested
  class OnServer implements ForFindingCredentialsContract, OnSharedServer {}
}
