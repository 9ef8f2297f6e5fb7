package dev.latchkey.adapters.persistence.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Names that were stored before names were normalised can be searched like all others. */
class NamesOfOlderRulesTest {

  private static final String URL = "jdbc:h2:mem:names;MODE=MySQL;DATABASE_TO_LOWER=TRUE";

  private static final int ROWS = 2_500;

  @Test
  void namesThatWereStoredInAnotherFormGetTheNormalisedOneBesideThem() throws SQLException {
    try (Connection connection = DriverManager.getConnection(URL); Statement statement = connection.createStatement()) {
      migrate("14");
      insert(connection, "INSERT INTO tenant (id, name, standing, created_at, version) VALUES (?, ?, 'ACTIVE', 0, 1)");
      insert(connection, "INSERT INTO api_key (id, name, tenant_id, environment, masked, pepper_version, mac, status,"
          + " terms, created_by, created_at, version) VALUES (?, ?, 1, 'LIVE', '', '1', '', 'ACTIVE', '{}', 'operator', 0,"
          + " 1)");

      migrate("15.1");

      for (String table : new String[]{"tenant", "api_key"}) {
        Map<Long, Optional<String>> searched = new TreeMap<>();
        try (ResultSet found = statement.executeQuery("SELECT id, name, searched_name FROM " + table)) {
          while (found.next()) {
            assertThat(found.getString("name")).isEqualTo(name(found.getLong("id")));
            searched.put(found.getLong("id"), Optional.ofNullable(found.getString("searched_name")));
          }
        }
        assertThat(searched).hasSize(ROWS).containsEntry(1L, Optional.of("My key"))
            .containsEntry((long) ROWS, Optional.of("caf\u00e9"));
        assertThat(searched.values().stream().flatMap(Optional::stream)).hasSize(2);
      }
    }
  }

  @Test
  void nameThatAServerGivesMeanwhileStaysSearchedAsItIs() throws SQLException {
    EmptySchema schema = EmptySchema.onH2();
    EmptySchema.flyway(schema.process(), "14").migrate();
    schema.execute(
        "INSERT INTO tenant (id, name, standing, created_at, version) VALUES (1, 'cafe\u0301', 'ACTIVE', 0, 1)");
    WatchedSource process = schema.process();
    process.before("UPDATE tenant SET searched_name", () -> schema.execute("UPDATE tenant SET name = 'bar'"));

    EmptySchema.flyway(process, "15.1").migrate();

    assertThat(schema.rows("SELECT name, searched_name FROM tenant")).containsExactly("bar | null");
  }

  private static String name(long id) {
    if (id == 1) {
      return " My  \u00a0key";
    }
    return id == ROWS ? "cafe\u0301" : "caf\u00e9 " + id;
  }

  private static void insert(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int id = 1; id <= ROWS; id++) {
        statement.setLong(1, id);
        statement.setString(2, name(id));
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static void migrate(String target) {
    Flyway.configure().dataSource(URL, "", "").locations("classpath:db/migration")
        .javaMigrations(new NamesOfOlderRules()).target(target).load().migrate();
  }
}
