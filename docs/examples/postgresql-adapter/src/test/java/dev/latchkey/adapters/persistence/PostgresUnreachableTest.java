package dev.latchkey.adapters.persistence;

import com.zaxxer.hikari.HikariDataSource;
import dev.latchkey.contracts.failure.UnreachableStoreContract;
import dev.latchkey.contracts.support.StoreUnderTest;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresUnreachableTest implements UnreachableStoreContract {

  private static final Postgres UNREACHABLE = Postgres.started();

  @BeforeAll
  static void closeItsWay() {
    ((HikariDataSource) UNREACHABLE.context().getBean(DataSource.class)).close();
  }

  @AfterAll
  static void close() {
    UNREACHABLE.context().close();
  }

  @Override
  public StoreUnderTest unreachable() {
    return UNREACHABLE;
  }
}
