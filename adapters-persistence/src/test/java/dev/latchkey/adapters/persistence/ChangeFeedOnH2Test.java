package dev.latchkey.adapters.persistence;

import org.junit.jupiter.api.AfterAll;

class ChangeFeedOnH2Test implements ChangeFeedTests {

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
