package dev.latchkey.adapters.persistence.rate;

import dev.latchkey.adapters.persistence.fixtures.H2;
import dev.latchkey.adapters.persistence.fixtures.JdbcStore;
import dev.latchkey.adapters.persistence.fixtures.Server;
import org.junit.jupiter.api.Nested;

class JdbcRatesTest {

  @Nested
  class OnH2 implements JdbcRatesContract {

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

  @Nested
  class OnServer implements JdbcRatesContract {

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
}
