package dev.latchkey.adapters.persistence.key;

import dev.latchkey.adapters.persistence.fixtures.OnSharedH2;
import dev.latchkey.adapters.persistence.fixtures.OnSharedServer;
import dev.latchkey.contracts.key.ForRecordingUseContract;
import org.junit.jupiter.api.Nested;

class JdbcUsesTest {

  @Nested
  class OnH2 implements ForRecordingUseContract, OnSharedH2 {}

  @Nested
  class OnServer implements ForRecordingUseContract, OnSharedServer {}
}
