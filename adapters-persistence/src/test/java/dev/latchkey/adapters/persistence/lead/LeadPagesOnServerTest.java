package dev.latchkey.adapters.persistence.lead;

import dev.latchkey.adapters.persistence.fixtures.JdbcStore;
import dev.latchkey.adapters.persistence.fixtures.Server;
import org.junit.jupiter.api.AfterAll;

class LeadPagesOnServerTest implements LeadPagesTests {

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
