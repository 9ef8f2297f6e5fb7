package dev.latchkey.adapters.persistence;

class ForgedTrailOnServerTest implements ForgedTrailTests {

  @Override
  public JdbcStore store() {
    return Server.shared();
  }
}
