package dev.latchkey.adapters.persistence.rate;

import dev.latchkey.adapters.persistence.fixtures.JdbcStore;
import dev.latchkey.adapters.persistence.fixtures.Server;

class JdbcRatesOnServerTest implements JdbcRatesTests {

  private final RateNodes nodes = new RateNodes(store());

  @Override
  public JdbcStore store() {
    return Server.shared();
  }

  @Override
  public RateNodes nodes() {
    return nodes;
  }
}
