package dev.latchkey.adapters.persistence.lead;

import dev.latchkey.adapters.persistence.fixtures.H2;
import dev.latchkey.adapters.persistence.fixtures.JdbcStore;

class LeadsInBulkOnH2Test implements LeadsInBulkTests {

  @Override
  public JdbcStore store() {
    return H2.shared();
  }
}
