package dev.latchkey.adapters.persistence.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.adapters.persistence.fixtures.JdbcStore;
import dev.latchkey.adapters.persistence.fixtures.Shop;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.format.PlainKey;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What does and does not lie in the columns. */
interface StoredColumnsContract {

  /** A store that no other test writes to. */
  JdbcStore store();

  @Test
  default void theSecretOfAKeyIsInNoColumn() throws Exception {
    Shop shop = Shop.in(store());
    PlainKey plain = shop.plainKey();
    ApiKey key = shop.stored(shop.key(plain));
    shop.rename(key, "Door");
    store()
        .tenants()
        .replace(Shop.OPERATOR, shop.renamed(), shop.entry(AuditAction.TENANT_RENAMED, shop.tenant().id()));

    List<String> everything = everyColumnOfEveryRow();

    // That the mask and the name are found shows that what lies in the tables would be.
    assertThat(everything).contains(plain.mask().value(), "Door", "Renamed");
    String secret = new String(plain.secret().reveal(), StandardCharsets.US_ASCII);
    assertThat(everything).noneMatch(column -> column.contains(secret) || column.contains(secret.substring(8)));
  }

  @Test
  default void sessionsWhoseDigestsDifferInCaseAloneAreDifferent() {
    Shop shop = Shop.in(store());
    String lower = Long.toHexString(Shop.nextId()) + "abcdef";
    String upper = lower.substring(0, lower.length() - 6) + "ABCDEF";
    store().members().startSession(shop.session(lower, Shop.NOW));

    assertThat(store().members().findSession(upper)).isEmpty();
    store().members().startSession(shop.session(upper, Shop.NOW.plusSeconds(1)));

    assertThat(store().members().findSession(lower).orElseThrow().expiresAt()).isEqualTo(Shop.NOW);
    store().members().endSession(upper);
    assertThat(store().members().findSession(lower)).isPresent();
  }

  @Test
  default void aRowThatTheDatabaseRefusesIsABugAndIsNotQuoted() {
    Shop shop = Shop.in(store());
    ApiKey key = shop.stored(shop.key());

    assertThatThrownBy(() -> shop.stored(key))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageMatching("The database refused a row, SQL state 23\\d{3}")
        .hasNoCause();
  }

  @Test
  default void migrationInJavaIsMadeLikeThoseInSql() throws Exception {
    assertThat(store().rows("SELECT description FROM flyway_schema_history WHERE version IN ('15', '15.1')"))
        .hasSize(2);
  }

  @Test
  default void aSecondStartOnTheSameDatabaseFindsWhatTheFirstOneLeft() {
    Shop shop = Shop.in(store());
    ApiKey key = shop.stored(shop.key());

    try (JdbcStore again = JdbcStore.on(store().url(), store().username(), store().password())) {
      assertThat(again.keys().find(shop.scope(), key.id())).contains(key);
      assertThat(again.tenants().find(Shop.OPERATOR, shop.tenant().id())).contains(shop.tenant());
    }
  }

  private List<String> everyColumnOfEveryRow() throws SQLException {
    List<String> columns = new ArrayList<>();
    try (Connection connection = store().connect(); Statement statement = connection.createStatement()) {
      for (String table : tables(connection)) {
        try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
          while (rows.next()) {
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
              byte[] bytes = rows.getBytes(i);
              columns.add(rows.getString(i) == null ? "" : rows.getString(i));
              columns.add(bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1));
            }
          }
        }
      }
    }
    return columns;
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet found = connection.createStatement()
        .executeQuery("SELECT table_name FROM information_schema.tables WHERE table_name NOT LIKE 'flyway%'"
            + " AND table_schema = " + (connection.getMetaData().getURL().startsWith("jdbc:h2:")
                ? "'public'"
                : "DATABASE()"))) {
      while (found.next()) {
        tables.add(found.getString(1));
      }
    }
    assertThat(tables).contains("api_key", "audit_event", "change_feed").hasSizeGreaterThan(9);
    return tables;
  }
}
