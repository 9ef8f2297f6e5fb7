package dev.latchkey.adapters.persistence.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapters.persistence.fixtures.JdbcStore;
import dev.latchkey.adapters.persistence.fixtures.Server;
import dev.latchkey.adapters.persistence.server.DatabaseServers;
import dev.latchkey.adapters.persistence.server.OpenServer;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Every connection has the settings that the statements rely on, whatever the defaults of the server are. */
class SessionSettingsOnServerTest {

  private static final Map<String, String> NEEDED = Map.ofEntries(
      Map.entry("autocommit", "1"),
      Map.entry("innodb_lock_wait_timeout", "1"),
      Map.entry(
          "sql_mode",
          "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,NO_ZERO_DATE,NO_ZERO_IN_DATE,ONLY_FULL_GROUP_BY,"
              + "STRICT_TRANS_TABLES"),
      Map.entry("time_zone", "+00:00"),
      Map.entry("completion_type", "NO_CHAIN"),
      Map.entry("default_storage_engine", "InnoDB"),
      Map.entry("foreign_key_checks", "1"),
      Map.entry("unique_checks", "1"),
      Map.entry("sql_safe_updates", "0"),
      Map.entry("sql_select_limit", "18446744073709551615"),
      Map.entry("wait_timeout", "28800"),
      Map.entry("net_write_timeout", "60"),
      Map.entry("net_read_timeout", "30"),
      Map.entry("character_set_client", "utf8mb4"),
      Map.entry("character_set_connection", "utf8mb4"));

  @Test
  void connectionOfThePoolHasTheNeededSettings() throws SQLException {
    DataSource pool = DelegatingDataSource.unwrapDataSource(store().context().getBean(DataSource.class));
    try (Connection connection = pool.getConnection()) {
      assertThat(settings(connection)).isEqualTo(new TreeMap<>(NEEDED));
      assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
      assertThat(isolation(connection)).isEqualTo("READ-COMMITTED");
    }
  }

  @Test
  void connectionOfTheChangeFeedHasTheNeededSettings() throws SQLException {
    OpenServer server = store().context().getBean(DatabaseServers.class).open();
    try (Connection connection = server.connection()) {
      assertThat(settings(connection)).isEqualTo(new TreeMap<>(NEEDED));
      assertThat(isolation(connection)).isEqualTo("READ-COMMITTED");
    }
  }

  private static JdbcStore store() {
    return Server.shared();
  }

  private static Map<String, String> settings(Connection connection) throws SQLException {
    Map<String, String> settings = new TreeMap<>();
    for (String name : NEEDED.keySet()) {
      String value = value(connection, "@@SESSION." + name);
      settings.put(name, name.equals("sql_mode") ? sorted(value) : value);
    }
    return settings;
  }

  /** MySQL calls it transaction_isolation and MariaDB, before version 11.1, tx_isolation. */
  private static String isolation(Connection connection) throws SQLException {
    try (
        PreparedStatement statement = connection.prepareStatement(
            "SHOW SESSION VARIABLES WHERE Variable_name IN ('transaction_isolation', 'tx_isolation')");
        ResultSet found = statement.executeQuery()) {
      found.next();
      return found.getString(2);
    }
  }

  private static String value(Connection connection, String expression) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT " + expression);
        ResultSet found = statement.executeQuery()) {
      found.next();
      return found.getString(1);
    }
  }

  private static String sorted(String list) {
    return String.join(",", new TreeSet<>(Arrays.asList(list.split(","))));
  }
}
