package dev.latchkey.adapters.persistence.migration;

import dev.latchkey.adapters.persistence.fixtures.JdbcStore;
import dev.latchkey.adapters.persistence.fixtures.Server;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** A schema in which nothing was migrated yet, and Flyway as the server sets it up. */
record EmptySchema(String url, String username, String password) {

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  /** Long, so that it is neither renewed nor taken over during a test. */
  private static final Duration LEASE = Duration.ofHours(1);

  /** Tables that are made before the first migration. */
  private static final Set<String> NOT_MIGRATED = Set.of("migration_lease", "flyway_schema_history");

  static EmptySchema onH2() {
    return new EmptySchema(
        "jdbc:h2:mem:migrated" + NUMBERS.incrementAndGet() + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1",
        "sa", "");
  }

  static EmptySchema onServer() {
    Server server = Server.empty();
    return new EmptySchema(server.url(), server.username(), server.password());
  }

  /** One process, which ends before a step. */
  WatchedSource process(int stepsUntilEnd) {
    return new WatchedSource(url, username, password, stepsUntilEnd);
  }

  WatchedSource process() {
    return process(Integer.MAX_VALUE);
  }

  static Flyway flyway(WatchedSource source, String target) {
    FluentConfiguration settings = Flyway.configure().dataSource(source).target(target);
    MigrationSettings.customize(settings, LEASE);
    return settings.load();
  }

  Flyway flyway() {
    return flyway(process(), "latest");
  }

  JdbcStore start() {
    return JdbcStore.on(url, username, password);
  }

  void execute(String... statements) throws SQLException {
    try (Connection connection = connect(); Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url, username, password);
  }

  List<String> rows(String sql) throws SQLException {
    try (Connection connection = connect()) {
      return rows(connection, sql);
    }
  }

  private static List<String> rows(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement(); ResultSet found = statement.executeQuery(sql)) {
      return lines(found, null);
    }
  }

  /** Everything that migrations made, each as a line. */
  List<String> content() throws SQLException {
    try (Connection connection = connect()) {
      DatabaseMetaData data = connection.getMetaData();
      String catalog = connection.getCatalog();
      String schema = connection.getSchema();
      List<String> content = new ArrayList<>();
      Set<String> tables = tables();
      tables.removeAll(NOT_MIGRATED);
      for (String table : tables) {
        content.addAll(lines(data.getColumns(catalog, schema, table, "%"), catalog));
        content.addAll(lines(data.getPrimaryKeys(catalog, schema, table), catalog));
        content.addAll(lines(data.getImportedKeys(catalog, schema, table), catalog));
        try (ResultSet indexes = data.getIndexInfo(catalog, schema, table, false, true)) {
          while (indexes.next()) {
            content.add(
                String.join(
                    " ", "index", table, indexes.getString("INDEX_NAME"), indexes.getString("NON_UNIQUE"),
                    indexes.getString("ORDINAL_POSITION"), indexes.getString("COLUMN_NAME")));
          }
        }
        rows(connection, "SELECT * FROM " + table + " ORDER BY 1").forEach(row -> content.add(table + ": " + row));
      }
      rows(connection, "SELECT version, success FROM flyway_schema_history ORDER BY installed_rank")
          .forEach(row -> content.add("migrated: " + row));
      // H2 gives indexes and keys without a name one that differs each time.
      return content.stream()
          .map(line -> line.replaceAll("(PRIMARY_KEY|_INDEX|CONSTRAINT)_[0-9A-F]+", "$1"))
          .sorted()
          .toList();
    }
  }

  /** What the time does that passes after a process ended. */
  void endLease() throws SQLException {
    if (tables().contains("migration_lease")) {
      execute("UPDATE migration_lease SET owner = ''");
    }
  }

  /** Returns how many migrations are recorded. */
  int migrated() throws SQLException {
    return tables().contains("flyway_schema_history")
        ? Integer.parseInt(rows("SELECT COUNT(*) FROM flyway_schema_history").getFirst())
        : 0;
  }

  Set<String> tables() throws SQLException {
    Set<String> names = new TreeSet<>();
    try (Connection connection = connect();
        ResultSet found = connection.getMetaData()
            .getTables(connection.getCatalog(), connection.getSchema(), "%", null)) {
      while (found.next()) {
        names.add(found.getString("TABLE_NAME"));
      }
    }
    return names;
  }

  /** The name of the schema differs from test to test. */
  private static List<String> lines(ResultSet rows, String schema) throws SQLException {
    try (rows) {
      List<String> lines = new ArrayList<>();
      while (rows.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          String value = String.valueOf(rows.getString(i));
          values.add(value.equalsIgnoreCase(schema) ? "" : value);
        }
        lines.add(String.join(" | ", values));
      }
      return lines;
    }
  }
}
