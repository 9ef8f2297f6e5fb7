package dev.latchkey.adapters.persistence.audit;

import dev.latchkey.adapters.persistence.fixtures.H2;
import dev.latchkey.adapters.persistence.fixtures.JdbcStore;
import dev.latchkey.adapters.persistence.fixtures.Server;
import org.junit.jupiter.api.Nested;

class TamperedTrailTest {

  @Nested
  class OnH2 implements TamperedTrailContract {

    @Override
    public JdbcStore store() {
      return H2.shared();
    }
  }

  @Nested
  class OnServer implements TamperedTrailContract {

    @Override
    public JdbcStore store() {
      return Server.shared();
    }
  }
}
