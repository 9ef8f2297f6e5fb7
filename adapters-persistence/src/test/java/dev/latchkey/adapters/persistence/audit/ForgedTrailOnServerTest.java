package dev.latchkey.adapters.persistence.audit;

import dev.latchkey.adapters.persistence.fixtures.JdbcStore;
import dev.latchkey.adapters.persistence.fixtures.Server;

class ForgedTrailOnServerTest implements ForgedTrailTests {

  @Override
  public JdbcStore store() {
    return Server.shared();
  }
}
