package dev.latchkey.adapters.persistence.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mysql.cj.jdbc.JdbcConnection;
import dev.latchkey.adapters.persistence.fixtures.Gate;
import dev.latchkey.adapters.persistence.fixtures.Server;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The servers alone, of which no change feed reads. */
class MySqlServersOnServerTest {

  private static final Server SERVER = Server.empty();

  private final AtomicInteger failures = new AtomicInteger();

  @Test
  void serverIsNotUsedWhileAReadOnItIsUnanswered() throws Exception {
    MySqlServers servers = servers(SERVER.url());
    OpenServer read = servers.open();
    try (Connection waiting = read.connection(); Statement statement = waiting.createStatement()) {
      long session = waiting.unwrap(JdbcConnection.class).getSession().getThreadId();
      waiting.setNetworkTimeout(Runnable::run, 0);
      CompletableFuture<Void> unanswered = CompletableFuture.runAsync(() -> sleep(statement));
      try {
        await().until(() -> isSleeping(session));
        servers.failed(read);

        // On a busy machine the server can also be too slow to be asked.
        await().untilAsserted(
            () -> assertThatThrownBy(servers::open)
                .hasRootCauseMessage("The database server " + read.name() + " has not answered an earlier read"));
        assertThat(servers.availability()).isEqualTo(Availability.UNREACHABLE);
      } finally {
        // The connection cannot be closed before.
        execute("KILL QUERY " + session);
        unanswered.handle((_, _) -> true).join();
      }
      await().ignoreExceptionsInstanceOf(SQLException.class).untilAsserted(() -> servers.open().connection().close());
    }
  }

  @Test
  void connectionIsOpenedAfterTheNextProofOnly() throws Exception {
    MySqlServers servers = servers(SERVER.url());
    OpenServer read = servers.open();
    servers.proven(read);
    servers.open(Duration.ofSeconds(1)).close();
    servers.failed(read);
    read.connection().close();

    CompletableFuture<Connection> opened = CompletableFuture.supplyAsync(() -> opened(servers));
    assertThatThrownBy(() -> opened.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
    OpenServer next = servers.open();
    servers.proven(next);
    next.connection().close();

    opened.join().close();
    assertThat(failures).hasValue(1);
  }

  @Test
  void nextServerIsUsedAfterAFailureAndForOneThatIsGone() throws Exception {
    try (Gate first = Server.gate(); Gate second = Server.gate()) {
      MySqlServers servers = servers(throughGates(first, second));
      OpenServer read = servers.open();
      assertThat(read.name()).isEqualTo("localhost:" + first.port());
      servers.failed(read);
      read.connection().close();

      OpenServer next = servers.open();
      assertThat(next.name()).isEqualTo("localhost:" + second.port());
      next.connection().close();

      second.cut();
      OpenServer left = servers.open();
      assertThat(left.name()).isEqualTo("localhost:" + first.port());
      left.connection().close();
    }
  }

  @Test
  void startOnServersOfWhichNoneAnswersNamesThem() throws Exception {
    try (Gate first = Server.gate(); Gate second = Server.gate()) {
      first.cut();
      second.cut();
      MySqlServers servers = servers(throughGates(first, second));

      assertThatThrownBy(() -> servers.openFirst(Duration.ZERO, Duration.ofSeconds(1)))
          .hasMessageContaining("localhost:" + first.port())
          .hasMessageContaining("localhost:" + second.port());
      assertThat(servers.availability()).isEqualTo(Availability.UNREACHABLE);
      assertThat(servers.topology()).isEmpty();
    }
  }

  @Test
  void readOfTheFeedIsGivenUpSoonerThanAStatement() throws SQLException {
    MySqlServers servers = servers(SERVER.url());
    OpenServer read = servers.open();
    servers.proven(read);
    try (Connection feed = read.connection(); Connection other = servers.open(Duration.ofSeconds(12))) {
      // Zero would be no limit.
      assertThat(feed.getNetworkTimeout()).isBetween(1, 999);
      assertThat(other.getNetworkTimeout()).isEqualTo(12_000);
    }
  }

  private static Connection opened(MySqlServers servers) {
    try {
      return servers.open(Duration.ofSeconds(1));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private MySqlServers servers(String url) {
    Properties properties = new Properties();
    properties.put("user", SERVER.username());
    properties.put("password", SERVER.password());
    return new MySqlServers(url, properties, failures::incrementAndGet);
  }

  private static String throughGates(Gate first, Gate second) {
    return SERVER.url().replaceFirst("//[^/]+/", "//localhost:" + first.port() + ",localhost:" + second.port() + "/");
  }

  private static void sleep(Statement statement) {
    try {
      statement.execute("SELECT SLEEP(600)");
    } catch (SQLException killed) {
      throw new IllegalStateException(killed);
    }
  }

  private static boolean isSleeping(long session) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet sessions = statement.executeQuery("SHOW PROCESSLIST")) {
      while (sessions.next()) {
        if (sessions.getLong("Id") == session) {
          return "SELECT SLEEP(600)".equals(sessions.getString("Info"));
        }
      }
      return false;
    }
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = connect(); Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection connect() throws SQLException {
    return DriverManager.getConnection(SERVER.url(), SERVER.username(), SERVER.password());
  }
}
