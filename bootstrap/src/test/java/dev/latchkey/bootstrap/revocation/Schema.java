package dev.latchkey.bootstrap.revocation;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * An empty database for one fleet, on the server that {@code LATCHKEY_TEST_MYSQL_URL} names, or else on a MariaDB that is
 * brought along.
 */
record Schema(DatabaseServer server, String name) {

  static Schema fresh() throws IOException, SQLException {
    String given = System.getenv().getOrDefault("LATCHKEY_TEST_MYSQL_URL", "");
    DatabaseServer server = given.isEmpty() ? MariaDb.started() : GivenServer.at(given);
    String name = "latchkey_fleet_" + ProcessHandle.current().pid();
    try (Connection connection = DriverManager.getConnection(server.url(), server.username(), server.password());
        Statement statement = connection.createStatement()) {
      statement.execute("SET SESSION TRANSACTION READ WRITE");
      statement.execute("DROP DATABASE IF EXISTS " + name);
      statement.execute("CREATE DATABASE " + name);
    }
    return new Schema(server, name);
  }

  /** A way to the database for one node. */
  Wire wire() throws IOException {
    URI address = URI.create(server.url().substring("jdbc:".length()));
    return new Wire(address.getHost(), address.getPort() < 0 ? 3306 : address.getPort());
  }

  /** The settings of a node that takes that way. */
  Map<String, String> settings(Wire wire) {
    return Map.of(
        "LATCHKEY_DB_URL", "jdbc:mysql://127.0.0.1:" + wire.port() + "/" + name,
        "LATCHKEY_DB_USERNAME", server.username(),
        "LATCHKEY_DB_PASSWORD", server.password());
  }
}
