package dev.latchkey.adapters.persistence.idempotency;

import dev.latchkey.adapters.persistence.fixtures.OnSharedH2;
import dev.latchkey.adapters.persistence.fixtures.OnSharedServer;
import dev.latchkey.contracts.idempotency.ForRecordingResponsesContract;
import org.junit.jupiter.api.Nested;

class JdbcResponsesTest {

  @Nested
  class OnH2 implements ForRecordingResponsesContract, OnSharedH2 {}

  @Nested
  class OnServer implements ForRecordingResponsesContract, OnSharedServer {}
}
