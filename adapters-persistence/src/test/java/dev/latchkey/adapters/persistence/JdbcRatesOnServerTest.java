package dev.latchkey.adapters.persistence;

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
