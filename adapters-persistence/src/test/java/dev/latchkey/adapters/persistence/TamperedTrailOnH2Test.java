package dev.latchkey.adapters.persistence;

class TamperedTrailOnH2Test implements TamperedTrailTests {

  @Override
  public JdbcStore store() {
    return H2.shared();
  }
}
