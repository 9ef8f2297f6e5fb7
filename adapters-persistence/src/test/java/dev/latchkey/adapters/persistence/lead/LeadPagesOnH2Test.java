package dev.latchkey.adapters.persistence.lead;

import dev.latchkey.adapters.persistence.fixtures.H2;
import dev.latchkey.adapters.persistence.fixtures.JdbcStore;
import org.junit.jupiter.api.AfterAll;

class LeadPagesOnH2Test implements LeadPagesTests {

  private static final JdbcStore STORE = H2.fresh();

  @AfterAll
  static void close() {
    STORE.close();
  }

  @Override
  public JdbcStore store() {
    return STORE;
  }
}
