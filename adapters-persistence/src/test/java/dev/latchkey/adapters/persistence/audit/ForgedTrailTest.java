package dev.latchkey.adapters.persistence.audit;

import dev.latchkey.adapters.persistence.fixtures.H2;
import dev.latchkey.adapters.persistence.fixtures.JdbcStore;
import dev.latchkey.adapters.persistence.fixtures.Server;
import org.junit.jupiter.api.Nested;

class ForgedTrailTest {

  @Nested
  class OnH2 implements ForgedTrailContract {

    @Override
    public JdbcStore store() {
      return H2.shared();
    }
  }

  @Nested
  class OnServer implements ForgedTrailContract {

    @Override
    public JdbcStore store() {
      return Server.shared();
    }
  }
}
