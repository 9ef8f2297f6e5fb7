package dev.latchkey.adapters.persistence;

class JdbcRefusalsOnH2Test implements JdbcRefusalsTests {

  @Override
  public JdbcStore store() {
    return H2.shared();
  }
}
