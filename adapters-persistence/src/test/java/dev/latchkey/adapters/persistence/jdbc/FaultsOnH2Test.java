package dev.latchkey.adapters.persistence.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.latchkey.adapters.persistence.fixtures.H2;
import dev.latchkey.adapters.persistence.fixtures.JdbcStore;
import dev.latchkey.adapters.persistence.fixtures.Shop;
import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.contracts.failure.UnreachableStoreContract;
import dev.latchkey.contracts.support.StoreUnderTest;
import dev.latchkey.domain.key.ApiKey;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.Connection;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FaultsOnH2Test implements UnreachableStoreContract {

  private static final JdbcStore UNREACHABLE = H2.fresh();

  @BeforeAll
  static void closeItsWay() {
    DataSource pool = DelegatingDataSource.unwrapDataSource(UNREACHABLE.context().getBean(DataSource.class));
    ((HikariDataSource) pool).close();
  }

  @AfterAll
  static void close() {
    UNREACHABLE.close();
  }

  @Override
  public StoreUnderTest unreachable() {
    return UNREACHABLE;
  }

  @Test
  void aLockThatIsNeverGivenUpMakesTheStoreUnavailableAndLeavesNothing() throws Exception {
    JdbcStore store = H2.shared();
    Shop shop = Shop.in(store);
    ApiKey key = shop.stored(shop.key());
    try (Connection connection = store.connect(); Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("SELECT * FROM audit_head WHERE tenant_id = " + shop.tenant().id().value() + " FOR UPDATE");

      assertThatThrownBy(() -> shop.rename(key, "Door")).isInstanceOf(StoreUnavailable.class);
    }
    assertThat(store.keys().find(shop.scope(), key.id())).contains(key);
    assertThat(store.auditOf(shop.tenant().id())).hasSize(1);
  }
}
