package dev.latchkey.adapters.persistence;

class TamperedTrailOnServerTest implements TamperedTrailTests {

  @Override
  public JdbcStore store() {
    return Server.shared();
  }
}
