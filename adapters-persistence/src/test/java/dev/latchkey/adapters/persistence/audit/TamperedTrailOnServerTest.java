package dev.latchkey.adapters.persistence.audit;

import dev.latchkey.adapters.persistence.fixtures.JdbcStore;
import dev.latchkey.adapters.persistence.fixtures.Server;

class TamperedTrailOnServerTest implements TamperedTrailTests {

  @Override
  public JdbcStore store() {
    return Server.shared();
  }
}
