package dev.latchkey.adapters.persistence.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mysql.cj.conf.PropertySet;
import com.mysql.cj.jdbc.JdbcConnection;
import com.zaxxer.hikari.HikariDataSource;
import dev.latchkey.adapters.persistence.fixtures.JdbcStore;
import dev.latchkey.adapters.persistence.fixtures.Server;
import dev.latchkey.adapters.persistence.server.DatabaseServers;
import dev.latchkey.adapters.persistence.server.OpenServer;
import dev.latchkey.adapters.persistence.server.UnusableDatabase;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
      Map.entry("sql_big_selects", "1"),
      Map.entry("max_sort_length", "1024"),
      Map.entry("lc_messages", "en_US"),
      Map.entry("lock_wait_timeout", "1"),
      Map.entry("wait_timeout", "28800"),
      Map.entry("net_write_timeout", "60"),
      Map.entry("net_read_timeout", "30"),
      Map.entry("character_set_client", "utf8mb4"),
      Map.entry("character_set_connection", "utf8mb4"),
      Map.entry("collation_connection", "utf8mb4_bin"),
      Map.entry("transaction_read_only", "OFF"),
      Map.entry("longest_statement", "0"),
      Map.entry("transaction_isolation", "READ-COMMITTED"));

  /** The names with which MySQL, and MariaDB at least before version 11.1, differ from each other. */
  private static final Map<String, List<String>> NAMES = Map.of(
      "transaction_isolation", List.of("transaction_isolation", "tx_isolation"),
      "transaction_read_only", List.of("transaction_read_only", "tx_read_only"),
      "longest_statement", List.of("max_execution_time", "max_statement_time"));

  /** Options that Connector/J would otherwise follow, with values that undo a setting. */
  private static final Map<String, String> UNDOING = Map.ofEntries(
      Map.entry("sessionVariables", "sql_mode=''"),
      Map.entry("characterEncoding", "latin1"),
      Map.entry("connectionCollation", "latin1_german1_ci"),
      Map.entry("characterSetResults", "latin1"),
      Map.entry("autoReconnect", "true"),
      Map.entry("autoReconnectForPools", "true"),
      Map.entry("useAffectedRows", "true"),
      Map.entry("maxRows", "1"),
      Map.entry("allowMultiQueries", "true"),
      Map.entry("useLocalTransactionState", "true"),
      Map.entry("cacheServerConfiguration", "true"),
      Map.entry("dumpQueriesOnException", "true"),
      Map.entry("useServerPrepStmts", "false"),
      Map.entry("connectTimeout", "99999"),
      Map.entry("socketTimeout", "99999"));

  /** MariaDB has the defaults that differ from what is needed only if they are set; MySQL is started with such ones. */
  @BeforeAll
  static void makeDefaultsHostile() throws SQLException {
    setDefaultsOfMariaDb("tx_read_only = 1", "max_statement_time = 60", "max_sort_length = 64", "sql_big_selects = 0",
        "lc_messages = 'de_DE'", "lock_wait_timeout = 3600");
  }

  @AfterAll
  static void restoreDefaults() throws SQLException {
    setDefaultsOfMariaDb("tx_read_only = 0", "max_statement_time = 0", "max_sort_length = 1024", "sql_big_selects = 1",
        "lc_messages = 'en_US'", "lock_wait_timeout = 86400");
  }

  private static void setDefaultsOfMariaDb(String... defaults) throws SQLException {
    if (store().rows("SELECT VERSION()").getFirst().getFirst().contains("MariaDB")) {
      for (String setting : defaults) {
        store().execute("SET GLOBAL " + setting);
      }
    }
  }

  @Test
  void connectionOfThePoolHasTheNeededSettings() throws SQLException {
    try (Connection connection = freshConnectionOfThePool(store())) {
      assertThat(settings(connection)).isEqualTo(new TreeMap<>(NEEDED));
      assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
      assertThat(connection.isReadOnly()).isFalse();
    }
  }

  @Test
  void connectionOfTheChangeFeedHasTheNeededSettings() throws SQLException {
    OpenServer server = store().context().getBean(DatabaseServers.class).open();
    try (Connection connection = server.connection()) {
      assertThat(settings(connection)).isEqualTo(new TreeMap<>(NEEDED));
    }
  }

  @Test
  void optionOfTheAddressUndoesNoSetting() throws SQLException {
    JdbcStore given = store();
    String options = UNDOING.entrySet()
        .stream()
        .map(option -> option.getKey() + "=" + option.getValue())
        .collect(Collectors.joining("&", "?", ""));
    try (JdbcStore store = JdbcStore.on(given.url() + options, given.username(), given.password());
        Connection connection = freshConnectionOfThePool(store)) {
      assertThat(settings(connection)).isEqualTo(new TreeMap<>(NEEDED));
      assertThat(connection.getNetworkTimeout()).isEqualTo(12_000);
      PropertySet properties = connection.unwrap(JdbcConnection.class).getPropertySet();
      assertThat(UNDOING.keySet()).allSatisfy(
          option -> assertThat(properties.getProperty(option).getStringValue())
              .as(option).isNotEqualToIgnoringCase(UNDOING.get(option)));
    }
  }

  /** Connector/J prefers such an option to all others. */
  @ParameterizedTest
  @ValueSource(strings = {"sessionVariables=sql_mode", "useAffectedRows=true", "autoReconnect=true"})
  void optionOfOneServerThatUndoesASettingEndsTheStart(String option) {
    String url = "jdbc:mysql://address=(host=localhost)(port=9)(" + option + ")/latchkey";

    assertThatThrownBy(() -> JdbcStore.on(url, "latchkey", ""))
        .rootCause()
        .isInstanceOf(UnusableDatabase.class)
        .hasMessageContaining("option " + option.split("=", 2)[0])
        .hasMessageContaining("Remove the option from LATCHKEY_DB_URL");
  }

  /** Opened after the defaults were set. */
  private static Connection freshConnectionOfThePool(JdbcStore store) throws SQLException {
    DataSource pool = DelegatingDataSource.unwrapDataSource(store.context().getBean(DataSource.class));
    pool.unwrap(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
    return pool.getConnection();
  }

  private static JdbcStore store() {
    return Server.shared();
  }

  private static Map<String, String> settings(Connection connection) throws SQLException {
    Map<String, String> settings = new TreeMap<>();
    for (String name : NEEDED.keySet()) {
      String value = NAMES.containsKey(name)
          ? shown(connection, NAMES.get(name))
          : value(connection, "@@SESSION." + name);
      settings.put(name, name.equals("sql_mode") ? sorted(value) : value);
    }
    return settings;
  }

  /** Returns the value of the variable that has one of the names. */
  private static String shown(Connection connection, List<String> names) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(
        "SHOW SESSION VARIABLES WHERE Variable_name IN ('" + String.join("', '", names) + "')");
        ResultSet found = statement.executeQuery()) {
      found.next();
      // MariaDB has a time with decimals.
      return found.getString(2).replaceFirst("\\.0+$", "");
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
