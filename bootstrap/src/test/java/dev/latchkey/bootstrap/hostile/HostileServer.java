package dev.latchkey.bootstrap.hostile;

import dev.latchkey.bootstrap.Platform;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** The server that {@code .ci/mysql-hostile} started. The names of its databases and users begin with "latchkey_". */
record HostileServer(String hosts, String password, String administrator) {

  private static final AtomicInteger NAMES = new AtomicInteger();

  static HostileServer given() {
    return new HostileServer(setting("HOSTS"), setting("PASSWORD"), setting("ADMIN_USERNAME"));
  }

  private static String setting(String name) {
    String variable = "LATCHKEY_TEST_MYSQL_HOSTILE_" + name;
    return Objects.requireNonNull(System.getenv(variable), variable + ", see .ci/mysql-hostile env");
  }

  /** Runs statements as the administrator. */
  void run(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:mysql://" + hosts + "/", administrator, password);
        Statement statement = connection.createStatement()) {
      statement.execute("SET SESSION TRANSACTION READ WRITE");
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Makes an empty database and returns its name. */
  String freshDatabase() throws SQLException {
    String name = freshName();
    run("CREATE DATABASE " + name);
    return name;
  }

  /** Makes a user with those rights on that database and returns the name. */
  String freshUser(String database, String rights) throws SQLException {
    String name = freshName();
    run(
        "CREATE USER '%s'@'%%' IDENTIFIED BY '%s'".formatted(name, password),
        "GRANT %s ON `%s`.* TO '%s'@'%%'".formatted(rights, database, name));
    return name;
  }

  private static String freshName() {
    return "latchkey_" + ProcessHandle.current().pid() + "_" + NAMES.incrementAndGet();
  }

  /** The settings of a Latchkey that uses that database as that user. */
  Map<String, String> settings(String database, String user) {
    return Map.of(
        "LATCHKEY_DB_URL", "jdbc:mysql://" + hosts + "/" + database,
        "LATCHKEY_DB_USERNAME", user,
        "LATCHKEY_DB_PASSWORD", password,
        "LATCHKEY_OPERATOR_TOKEN", Platform.TOKEN,
        "LATCHKEY_PEPPERS", "1:" + "A".repeat(43) + "=");
  }
}
