package dev.latchkey.adapters.persistence;

import org.junit.jupiter.api.AfterAll;

class SlowReadOnH2Test implements SlowReadTests {

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
