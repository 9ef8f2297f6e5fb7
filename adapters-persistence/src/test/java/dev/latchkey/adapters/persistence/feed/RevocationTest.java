package dev.latchkey.adapters.persistence.feed;

import dev.latchkey.adapters.persistence.fixtures.H2;
import dev.latchkey.adapters.persistence.fixtures.JdbcStore;
import dev.latchkey.adapters.persistence.fixtures.Server;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;

class RevocationTest {

  @Nested
  class OnH2 implements RevocationContract {

    @AutoClose
    private static final JdbcStore STORE = H2.fresh();

    @Override
    public JdbcStore store() {
      return STORE;
    }
  }

  @Nested
  class OnServer implements RevocationContract {

    @AutoClose
    private static final JdbcStore STORE = Server.fresh();

    @Override
    public JdbcStore store() {
      return STORE;
    }
  }
}
