package dev.latchkey.adapters.persistence.credential;

import dev.latchkey.adapters.persistence.fixtures.H2;
import dev.latchkey.adapters.persistence.fixtures.Server;
import dev.latchkey.adapters.persistence.fixtures.StoreWithoutCache;
import dev.latchkey.contracts.key.ForFindingCredentialsContract;
import dev.latchkey.contracts.support.StoreUnderTest;
import org.junit.jupiter.api.Nested;

class JdbcCredentialsTest {

  @Nested
  class OnH2 implements ForFindingCredentialsContract {

    @Override
    public StoreUnderTest store() {
      return new StoreWithoutCache(H2.shared());
    }
  }

  @Nested
  class OnServer implements ForFindingCredentialsContract {

    @Override
    public StoreUnderTest store() {
      return new StoreWithoutCache(Server.shared());
    }
  }
}
