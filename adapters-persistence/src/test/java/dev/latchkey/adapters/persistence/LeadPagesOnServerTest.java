package dev.latchkey.adapters.persistence;

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
