package dev.latchkey.adapters.persistence.audit;

import dev.latchkey.adapters.persistence.fixtures.H2;
import dev.latchkey.adapters.persistence.fixtures.JdbcStore;

class TamperedTrailOnH2Test implements TamperedTrailTests {

  @Override
  public JdbcStore store() {
    return H2.shared();
  }
}
