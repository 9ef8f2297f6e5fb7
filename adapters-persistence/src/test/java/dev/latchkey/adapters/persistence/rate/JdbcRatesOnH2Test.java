package dev.latchkey.adapters.persistence.rate;

import dev.latchkey.adapters.persistence.fixtures.H2;
import dev.latchkey.adapters.persistence.fixtures.JdbcStore;

class JdbcRatesOnH2Test implements JdbcRatesTests {

  private final RateNodes nodes = new RateNodes(store());

  @Override
  public JdbcStore store() {
    return H2.shared();
  }

  @Override
  public RateNodes nodes() {
    return nodes;
  }
}
