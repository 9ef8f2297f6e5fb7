package dev.latchkey.adapters.persistence;

class JdbcRefusalsOnServerTest implements JdbcRefusalsTests {

  @Override
  public JdbcStore store() {
    return Server.shared();
  }
}
