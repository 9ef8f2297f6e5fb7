package dev.latchkey.adapters.persistence.credential;

import dev.latchkey.adapters.persistence.fixtures.JdbcStore;
import dev.latchkey.adapters.persistence.fixtures.Server;
import org.junit.jupiter.api.AfterAll;

class SlowReadOnServerTest implements SlowReadTests {

  private static final JdbcStore STORE = Server.fresh();

  @AfterAll
  static void close() {
    STORE.close();
  }

  @Override
  public JdbcStore store() {
    return STORE;
  }
}
