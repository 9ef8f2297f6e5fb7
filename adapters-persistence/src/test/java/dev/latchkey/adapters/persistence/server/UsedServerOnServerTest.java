package dev.latchkey.adapters.persistence.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.latchkey.adapters.persistence.fixtures.JdbcStore;
import dev.latchkey.adapters.persistence.fixtures.Server;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connections are opened only to the server on which the last read of the change feed was of the present. */
class UsedServerOnServerTest {

  private static final JdbcStore STORE = Server.fresh();
  private static final Duration ANSWER = Duration.ofSeconds(1);

  private final MySqlServers servers = new MySqlServers(STORE.url(), properties(), () -> {});
  private OpenServer read;

  @BeforeEach
  void read() throws SQLException {
    read = answered(servers::open);
    servers.proven(read);
  }

  @AfterEach
  void close() throws SQLException {
    read.connection().close();
  }

  @AfterAll
  static void closeTheStore() {
    STORE.close();
  }

  @Test
  void aConnectionToAnotherServerAtTheSameAddressIsRefused() throws SQLException {
    answered(() -> servers.open(ANSWER)).close();

    servers.proven(as("another", read.topology()));

    assertRefused(() -> servers.open(ANSWER), "leads to another server");
  }

  @Test
  void aServerThatIsOutOfItsClusterIsRefused() {
    servers.proven(as(read.identity(), new Topology.Galera()));

    assertRefused(servers::open, "is no online member of its group");
    assertRefused(() -> servers.open(ANSWER), "is out of its cluster");
    assertThat(servers.availability()).isEqualTo(Availability.NOT_IN_ITS_GROUP);
  }

  @Test
  void theTopologyIsTheOneOfTheLastRead() {
    assertThat(servers.topology()).contains(new Topology.Single());

    servers.proven(as(read.identity(), new Topology.Galera()));

    assertThat(servers.topology()).contains(new Topology.Galera());
  }

  @Test
  void aServerThatTakesNoWritesIsRefused() throws SQLException {
    STORE.execute("SET GLOBAL read_only = ON");
    try {
      assertRefused(() -> servers.open(ANSWER), "takes no writes");
    } finally {
      STORE.execute("SET GLOBAL read_only = OFF");
    }
    answered(() -> servers.open(ANSWER)).close();
  }

  @Test
  void aServerThatAnswersNoReadOfATableIsNotUsedByAStart() throws Exception {
    MySqlServers starting = new MySqlServers(STORE.url(), properties(), () -> {});
    try (Connection other = STORE.connect(); Statement statement = other.createStatement()) {
      statement.execute("LOCK TABLES change_counter WRITE");

      assertThatThrownBy(() -> starting.openFirst(Duration.ZERO, ANSWER)).isInstanceOf(SQLException.class);

      assertThat(starting.topology()).isEmpty();
      statement.execute("UNLOCK TABLES");
    }
    starting.openFirst(Duration.ofSeconds(30), ANSWER).close();
    assertThat(starting.topology()).isPresent();
  }

  private static void assertRefused(ThrowingCallable opening, String reason) {
    await().untilAsserted(() -> assertThatThrownBy(opening).hasMessageContaining(reason));
  }

  /** On a busy machine a server can be too slow for the limits of a connection. */
  private static <T> T answered(Callable<T> call) {
    return await().ignoreExceptionsInstanceOf(SQLException.class).until(call, Objects::nonNull);
  }

  private OpenServer as(String identity, Topology topology) {
    return new OpenServer(read.name(), identity, topology, read.isReadOnly(), read.connection());
  }

  private static Properties properties() {
    Properties properties = new Properties();
    properties.put("user", STORE.username());
    properties.put("password", STORE.password());
    return properties;
  }
}
