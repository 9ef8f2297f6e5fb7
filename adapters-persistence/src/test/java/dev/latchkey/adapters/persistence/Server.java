package dev.latchkey.adapters.persistence;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database server of MySQL's family: the one that {@code LATCHKEY_TEST_MYSQL_URL} names, whose user may create databases
 * there, or else a MariaDB that is brought along and runs as long as the tests do.
 */
record Server(String url, String username, String password) {

  private static final Logger LOG = LoggerFactory.getLogger(Server.class);
  private static final AtomicInteger SCHEMAS = new AtomicInteger();

  private static final class Started {
    static final Server SERVER = start();
  }

  private static final class Shared {
    static final JdbcStore STORE = fresh();
  }

  /** One for all tests that make tenants of their own. */
  static JdbcStore shared() {
    return Shared.STORE;
  }

  static JdbcStore fresh() {
    return Started.SERVER.store();
  }

  /** A way to the server that a test can cut. */
  static Gate gate() throws IOException {
    URI address = URI.create(Started.SERVER.url().substring("jdbc:".length()));
    return new Gate(address.getHost(), address.getPort() < 0 ? 3306 : address.getPort());
  }

  /** The database of another store, reached through the gate. */
  static JdbcStore through(Gate gate, JdbcStore store) {
    String url = store.url().replaceFirst("//[^/]+/", "//localhost:" + gate.port() + "/");
    return JdbcStore.on(url, store.username(), store.password());
  }

  private JdbcStore store() {
    String schema = "latchkey_" + ProcessHandle.current().pid() + "_" + SCHEMAS.incrementAndGet();
    try (Connection connection = DriverManager.getConnection(url, username, password)) {
      connection.createStatement().execute("DROP DATABASE IF EXISTS " + schema);
      connection.createStatement().execute("CREATE DATABASE " + schema);
    } catch (SQLException e) {
      throw new IllegalStateException("The user may not create a database for the tests", e);
    }
    return JdbcStore.on(inSchema(schema), username, password);
  }

  private String inSchema(String schema) {
    int options = url.indexOf('?');
    String address = options < 0 ? url : url.substring(0, options);
    int path = address.indexOf('/', "jdbc:mysql://".length());
    String host = path < 0 ? address : address.substring(0, path);
    return host + "/" + schema + (options < 0 ? "" : url.substring(options));
  }

  private static Server start() {
    Map<String, String> environment = System.getenv();
    String given = environment.getOrDefault("LATCHKEY_TEST_MYSQL_URL", "");
    Server server = given.isEmpty()
        ? mariaDb()
        : new Server(
            given,
            environment.getOrDefault("LATCHKEY_TEST_MYSQL_USERNAME", "root"),
            environment.getOrDefault("LATCHKEY_TEST_MYSQL_PASSWORD", ""));
    server.tellItsVersion();
    return server;
  }

  private static Server mariaDb() {
    try {
      return new Server(MariaDb.started(), "root", "");
    } catch (IOException e) {
      throw new IllegalStateException("MariaDB does not start", e);
    }
  }

  private void tellItsVersion() {
    try (Connection connection = DriverManager.getConnection(url, username, password);
        ResultSet version = connection.createStatement().executeQuery("SELECT VERSION(), @@version_comment")) {
      version.next();
      LOG.info("The tests of a database server run against {}, {}", version.getString(1), version.getString(2));
    } catch (SQLException e) {
      throw new IllegalStateException("The database server of the tests cannot be reached", e);
    }
  }
}
