package dev.latchkey.adapters.persistence.jdbc;

import dev.latchkey.adapters.persistence.fixtures.JdbcStore;
import dev.latchkey.adapters.persistence.fixtures.Server;
import org.junit.jupiter.api.AfterAll;

class StoredColumnsOnServerTest implements StoredColumnsTests {

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
