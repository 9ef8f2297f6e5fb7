package dev.latchkey.adapters.persistence.refusal;

import dev.latchkey.adapters.persistence.fixtures.JdbcStore;
import dev.latchkey.adapters.persistence.fixtures.Server;

class JdbcRefusalsOnServerTest implements JdbcRefusalsTests {

  @Override
  public JdbcStore store() {
    return Server.shared();
  }
}
