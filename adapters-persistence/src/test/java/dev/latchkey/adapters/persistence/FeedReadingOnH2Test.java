package dev.latchkey.adapters.persistence;

import org.junit.jupiter.api.AfterAll;

class FeedReadingOnH2Test implements FeedReadingTests {

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
