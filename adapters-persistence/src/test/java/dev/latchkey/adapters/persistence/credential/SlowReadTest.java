package dev.latchkey.adapters.persistence.credential;

import dev.latchkey.adapters.persistence.fixtures.H2;
import dev.latchkey.adapters.persistence.fixtures.JdbcStore;
import dev.latchkey.adapters.persistence.fixtures.Server;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

class SlowReadTest {

  @Nested
  class OnH2 implements SlowReadContract {

    @AutoClose
    private static final JdbcStore STORE = H2.fresh();

    @Override
    public JdbcStore store() {
      return STORE;
    }
  }

  @Nested
  @Tag("server")
  class OnServer implements SlowReadContract {

    @AutoClose
    private static final JdbcStore STORE = Server.fresh();

    @Override
    public JdbcStore store() {
      return STORE;
    }
  }
}
