package dev.latchkey.adapters.persistence.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.adapters.persistence.fixtures.JdbcStore;
import dev.latchkey.adapters.persistence.fixtures.Server;
import dev.latchkey.adapters.persistence.fixtures.Shop;
import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.domain.key.ApiKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Locks of whole tables, as a backup or an ALTER takes them. The server ends the wait of a request; without its limit the
 * driver would end it, after twelve seconds.
 */
class TableLocksOnServerTest {

  private static final int LOCK_WAIT_TIMEOUT = 1205;

  private static final JdbcStore STORE = Server.fresh();

  private final Shop shop = Shop.in(STORE);
  private final ApiKey key = shop.stored(shop.key());

  @AfterAll
  static void close() {
    STORE.close();
  }

  @Test
  void readOfALockedTableEndsWhileTheLockIsHeld() throws SQLException {
    whileLocked("api_key WRITE", () -> STORE.keys().find(shop.scope(), key.id()));
  }

  @Test
  void changeOfALockedTableEndsWhileTheLockIsHeldAndLeavesNothing() throws SQLException {
    whileLocked("api_key READ", () -> shop.rename(key, "Door"));

    assertThat(STORE.keys().find(shop.scope(), key.id())).contains(key);
    assertThat(STORE.auditOf(shop.tenant().id())).hasSize(1);
  }

  private static void whileLocked(String table, ThrowingCallable request) throws SQLException {
    try (Connection other = STORE.connect(); Statement statement = other.createStatement()) {
      statement.execute("LOCK TABLES " + table);
      assertThatThrownBy(request)
          .isInstanceOf(StoreUnavailable.class)
          .rootCause()
          .isInstanceOfSatisfying(
              SQLException.class, failure -> assertThat(failure.getErrorCode()).isEqualTo(LOCK_WAIT_TIMEOUT));
      statement.execute("UNLOCK TABLES");
    }
  }
}
