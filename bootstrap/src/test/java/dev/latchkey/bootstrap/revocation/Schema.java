package dev.latchkey.bootstrap.revocation;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * An empty database for one fleet, on the server that {@code LATCHKEY_TEST_MYSQL_URL} names, whose user may create databases
 * there, or else on a MariaDB that is brought along.
 */
record Schema(String host, int port, String name, String username, String password) {

  static Schema fresh() throws IOException, SQLException {
    Map<String, String> environment = System.getenv();
    String given = environment.getOrDefault("LATCHKEY_TEST_MYSQL_URL", "");
    String url = given.isEmpty() ? MariaDb.started() : given;
    String username = given.isEmpty() ? "root" : environment.getOrDefault("LATCHKEY_TEST_MYSQL_USERNAME", "root");
    String password = given.isEmpty() ? "" : environment.getOrDefault("LATCHKEY_TEST_MYSQL_PASSWORD", "");
    String name = "latchkey_fleet_" + ProcessHandle.current().pid();
    try (Connection connection = DriverManager.getConnection(url, username, password);
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS " + name);
      statement.execute("CREATE DATABASE " + name);
    }
    URI address = URI.create(url.substring("jdbc:".length()));
    int port = address.getPort() < 0 ? 3306 : address.getPort();
    return new Schema(address.getHost(), port, name, username, password);
  }

  /** The settings of a node that reaches the database by that port of this machine. */
  Map<String, String> settings(int throughPort) {
    return Map.of(
        "LATCHKEY_DB_URL", "jdbc:mysql://127.0.0.1:" + throughPort + "/" + name,
        "LATCHKEY_DB_USERNAME", username,
        "LATCHKEY_DB_PASSWORD", password);
  }
}
