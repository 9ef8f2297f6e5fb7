package dev.latchkey.adapters.persistence.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.latchkey.adapters.persistence.fixtures.Gate;
import dev.latchkey.adapters.persistence.fixtures.JdbcStore;
import dev.latchkey.adapters.persistence.fixtures.PortCalls;
import dev.latchkey.adapters.persistence.fixtures.Server;
import dev.latchkey.adapters.persistence.fixtures.Shop;
import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.out.Written;
import dev.latchkey.domain.key.ApiKey;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class FaultsOnServerTest {

  private static final JdbcStore DIRECT = Server.fresh();

  @AfterAll
  static void close() {
    DIRECT.close();
  }

  @Test
  void whileTheServerIsGoneEveryCallFindsTheStoreUnavailableAndThenAllGoesOn() throws Exception {
    try (Gate gate = Server.gate(); JdbcStore store = Server.through(gate, DIRECT)) {
      Shop shop = Shop.in(store);
      ApiKey key = shop.stored(shop.key());
      PortCalls calls = PortCalls.on(shop);

      gate.cut();
      calls.assertEachFindsTheStoreUnavailable();
      gate.open();

      await().ignoreException(StoreUnavailable.class)
          .until(() -> store.keys().find(shop.scope(), key.id()).isPresent());
      assertThat(store.keys().find(shop.scope(), key.id())).contains(key);
      assertThat(shop.rename(key, "Door")).isEqualTo(Written.DONE);
    }
  }

  @Test
  void whileTheServerDoesNotAnswerEveryCallFindsTheStoreUnavailableAndThenAllGoesOn() throws Exception {
    try (Gate gate = Server.gate(); JdbcStore store = Server.through(gate, DIRECT)) {
      Shop shop = Shop.in(store);
      ApiKey key = shop.stored(shop.key());
      PortCalls calls = PortCalls.on(shop);

      gate.swallow();
      calls.assertEachFindsTheStoreUnavailable();
      gate.cut();
      gate.open();

      await().ignoreException(StoreUnavailable.class)
          .until(() -> store.keys().find(shop.scope(), key.id()).isPresent());
      assertThat(store.keys().find(shop.scope(), key.id())).contains(key);
    }
  }

  @Test
  void aLockThatIsNeverGivenUpMakesTheStoreUnavailableAndLeavesNothing() throws Exception {
    Shop shop = Shop.in(DIRECT);
    ApiKey key = shop.stored(shop.key());
    try (Connection connection = DIRECT.connect(); Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("SELECT * FROM change_counter FOR UPDATE");

      assertThatThrownBy(() -> shop.rename(key, "Door")).isInstanceOf(StoreUnavailable.class);
    }
    assertThat(DIRECT.keys().find(shop.scope(), key.id())).contains(key);
    assertThat(DIRECT.auditOf(shop.tenant().id())).hasSize(1);
  }

  @Test
  void aChangeThatTheServerSacrificesToEndADeadlockIsMadeAgain() throws Exception {
    Shop shop = Shop.in(DIRECT);
    ApiKey key = shop.stored(shop.key());
    CompletableFuture<Written> change;
    try (Connection connection = DIRECT.connect(); Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      // The server rolls back the transaction that changed fewer rows.
      for (int row = 0; row < 100; row++) {
        statement
            .execute("INSERT INTO change_feed (position, tenant_id, changed_at) VALUES (" + (-1 - row) + ", 1, 1)");
      }
      statement.execute("SELECT * FROM change_counter FOR UPDATE");
      change = CompletableFuture.supplyAsync(() -> shop.rename(key, "Door"));
      awaitThatTheChangeWaits();
      statement.execute("SELECT * FROM audit_head FOR UPDATE");
      connection.rollback();
    }

    assertThat(change.get()).isEqualTo(Written.DONE);
    assertThat(DIRECT.auditOf(shop.tenant().id())).hasSize(2);
  }

  /** MySQL makes this table anew only after 0.1 s without a read, so a test that reads more often never sees a change. */
  private static void awaitThatTheChangeWaits() {
    await().pollDelay(Duration.ofMillis(150)).pollInterval(Duration.ofMillis(150)).atMost(Duration.ofSeconds(30))
        .until(
            () -> !DIRECT.rows("SELECT 1 FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'").isEmpty());
  }

  @Test
  void everyTextOfTheServerIsComparedByItsBytes() throws Exception {
    assertThat(
        DIRECT.rows(
            "SELECT table_name, column_name, collation_name FROM information_schema.columns"
                + " WHERE table_schema = DATABASE() AND table_name NOT LIKE 'flyway%' AND collation_name IS NOT NULL"))
        .hasSizeGreaterThan(20)
        .allSatisfy(column -> assertThat(column.getLast()).isEqualTo("utf8mb4_bin"));
  }
}
