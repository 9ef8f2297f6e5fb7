package dev.latchkey.adapters.persistence.refusal;

import dev.latchkey.adapters.persistence.fixtures.H2;
import dev.latchkey.adapters.persistence.fixtures.JdbcStore;

class JdbcRefusalsOnH2Test implements JdbcRefusalsTests {

  @Override
  public JdbcStore store() {
    return H2.shared();
  }
}
