package dev.latchkey.adapters.persistence.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.adapters.persistence.fixtures.JdbcStore;
import dev.latchkey.adapters.persistence.fixtures.Server;
import dev.latchkey.adapters.persistence.jdbc.Database;
import dev.latchkey.application.port.StoreUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A read of the change feed that fails can mean that the server has left its group and still answers. */
class LostServerOnServerTest {

  private static final JdbcStore STORE = Server.fresh();

  private final MySqlServers servers = STORE.context().getBean(MySqlServers.class);
  private final Database database = STORE.context().getBean(Database.class);

  @AfterAll
  static void close() {
    STORE.close();
  }

  @Test
  void aConnectionFromBeforeIsNotUsed() throws SQLException {
    try (Connection before = servers.open(Duration.ofSeconds(1))) {
      assertThat(servers.uses(before)).isTrue();

      lose();

      assertThat(servers.uses(before)).isFalse();
      try (Connection after = servers.open(Duration.ofSeconds(1))) {
        assertThat(servers.uses(after)).isTrue();
      }
    }
  }

  @Test
  void whatAStatementReadMeanwhileIsNotReturned() {
    assertThatThrownBy(() -> database.run(() -> {
      lose();
      return "old";
    })).isInstanceOf(StoreUnavailable.class);

    assertThat(database.run(() -> "current")).isEqualTo("current");
  }

  @Test
  void aTransactionThatRanMeanwhileIsRepeated() {
    AtomicInteger attempts = new AtomicInteger();

    int returned = database.together(() -> {
      if (attempts.incrementAndGet() == 1) {
        lose();
      }
      return attempts.get();
    });

    assertThat(returned).isEqualTo(2);
  }

  private void lose() {
    try {
      OpenServer read = servers.open();
      servers.failed(read);
      read.connection().close();
      OpenServer next = servers.open();
      servers.proven(next);
      next.connection().close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
