package dev.latchkey.adapters.persistence.refusal;

import dev.latchkey.adapters.persistence.fixtures.H2;
import dev.latchkey.adapters.persistence.fixtures.JdbcStore;
import dev.latchkey.adapters.persistence.fixtures.Server;
import org.junit.jupiter.api.Nested;

class JdbcRefusalsTest {

  @Nested
  class OnH2 implements JdbcRefusalsContract {

    @Override
    public JdbcStore store() {
      return H2.shared();
    }
  }

  @Nested
  class OnServer implements JdbcRefusalsContract {

    @Override
    public JdbcStore store() {
      return Server.shared();
    }
  }
}
