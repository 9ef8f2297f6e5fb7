package dev.latchkey.benchmarks.load;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The database of a run: an empty one on the MySQL that the environment names, or else an embedded one. */
record Store(String name, String url, String username, String password) {

  static final String OPERATOR_TOKEN = "no-secret-but-for-benchmarks-alone";

  private static final String DATABASE = "latchkey_benchmarks";
  private static final String PEPPERS = "bench:bm8gc2VjcmV0LCBmb3IgYmVuY2htYXJrcyBhbG9uZSE=";

  static Store empty() {
    Map<String, String> environment = System.getenv();
    String server = environment.get("LATCHKEY_TEST_MYSQL_URL");
    if (server == null) {
      return new Store("embedded", "jdbc:h2:file:" + Scratch.FOLDER.resolve("data/latchkey"), "sa", "");
    }
    Store store = new Store(
        "MySQL",
        server.substring(0, server.lastIndexOf('/') + 1) + DATABASE,
        environment.getOrDefault("LATCHKEY_TEST_MYSQL_USERNAME", ""),
        environment.getOrDefault("LATCHKEY_TEST_MYSQL_PASSWORD", ""));
    try (Connection connection = DriverManager.getConnection(server, store.username, store.password);
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS " + DATABASE);
      statement.execute("CREATE DATABASE " + DATABASE);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return store;
  }

  boolean isEmbedded() {
    return name.equals("embedded");
  }

  /** The settings of a server that uses it. */
  Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("LATCHKEY_OPERATOR_TOKEN", OPERATOR_TOKEN);
    settings.put("LATCHKEY_PEPPERS", PEPPERS);
    if (isEmbedded()) {
      settings.put("LATCHKEY_DATA_DIR", Scratch.FOLDER.resolve("data").toString());
    } else {
      settings.put("LATCHKEY_DB_URL", url);
      settings.put("LATCHKEY_DB_USERNAME", username);
      settings.put("LATCHKEY_DB_PASSWORD", password);
    }
    return settings;
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url, username, password);
  }

  /** How many reads of keys, and how many writes of anything, the server has carried out; empty where it does not count. */
  Optional<Statements> statements() {
    if (isEmbedded()) {
      return Optional.empty();
    }
    String counted = """
        SELECT COALESCE(SUM(IF(digest_text REGEXP '^(EXECUTE )?SELECT.*api_key', count_star, 0)), 0),
               COALESCE(SUM(IF(digest_text REGEXP '^(EXECUTE )?(INSERT|UPDATE|DELETE)', count_star, 0)), 0)
        FROM performance_schema.events_statements_summary_by_digest WHERE schema_name = DATABASE()""";
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(counted)) {
      found.next();
      return Optional.of(new Statements(found.getLong(1), found.getLong(2)));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Statements carried out. */
  record Statements(long keyReads, long writes) {

    Statements since(Statements before) {
      return new Statements(keyReads - before.keyReads, writes - before.writes);
    }
  }
}
