package dev.latchkey.adapters.persistence;

class ForgedTrailOnH2Test implements ForgedTrailTests {

  @Override
  public JdbcStore store() {
    return H2.shared();
  }
}
