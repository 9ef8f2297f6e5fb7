package dev.latchkey.adapters.persistence;

class LeadsInBulkOnH2Test implements LeadsInBulkTests {

  @Override
  public JdbcStore store() {
    return H2.shared();
  }
}
