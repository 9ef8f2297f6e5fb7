package dev.latchkey.adapters.persistence.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.latchkey.adapters.persistence.fixtures.JdbcStore;
import dev.latchkey.adapters.persistence.fixtures.Server;
import dev.latchkey.adapters.persistence.jdbc.Database;
import dev.latchkey.application.port.StoreUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
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
    try (Connection before = answered(() -> servers.open(Duration.ofSeconds(1)))) {
      assertThat(servers.uses(before)).isTrue();

      lose();

      assertThat(servers.uses(before)).isFalse();
      try (Connection after = answered(() -> servers.open(Duration.ofSeconds(1)))) {
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
    // Work is repeated for one second, which can be too short on a busy machine.
    await().ignoreExceptionsInstanceOf(StoreUnavailable.class).until(() -> {
      AtomicInteger attempts = new AtomicInteger();
      return database.together(() -> {
        if (attempts.incrementAndGet() == 1) {
          lose();
        }
        return attempts.get();
      }) == 2;
    });
  }

  /** On a busy machine a server can be too slow for the limits of a connection. */
  private static <T> T answered(Callable<T> call) {
    return await().ignoreExceptionsInstanceOf(SQLException.class).until(call, Objects::nonNull);
  }

  private void lose() {
    try {
      OpenServer read = answered(servers::open);
      servers.failed(read);
      read.connection().close();
      OpenServer next = answered(servers::open);
      servers.proven(next);
      next.connection().close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
