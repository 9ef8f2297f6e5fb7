package dev.latchkey.adapters.persistence.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.latchkey.adapters.persistence.fixtures.JdbcStore;
import dev.latchkey.adapters.persistence.fixtures.Server;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.junit.jupiter.api.Test;

/** How the server's own Flyway carries out a migration. */
class MigrationsOnServerTest {

  private static final int NO_LIMIT = 0;
  private static final int ONE_YEAR = 31_536_000;
  private static final String LOCK_SECONDS = "@@SESSION.lock_wait_timeout";

  @Test
  void migrationMayTakeLongerThanAnyOtherStatement() throws SQLException {
    try (JdbcStore store = Server.fresh()) {
      Flyway flyway = store.context().getBean(Flyway.class);
      Limits seen = new Limits();

      Flyway.configure().configuration(flyway.getConfiguration()).javaMigrations(new NamesOfOlderRules(), seen).load()
          .migrate();

      assertThat(seen.networkMillis).containsExactly(NO_LIMIT);
      assertThat(seen.lockSeconds).containsExactly(ONE_YEAR);
      assertThat(lockSeconds(store)).containsEntry(seen.session, 1).allSatisfy(
          (_, seconds) -> assertThat(seconds).isEqualTo(1));
    }
  }

  /** Returns how long each connection of the pool waits for a lock of a table, by the id of its session. */
  private static Map<Integer, Integer> lockSeconds(JdbcStore store) throws SQLException {
    HikariDataSource pool = DelegatingDataSource.unwrapDataSource(store.context().getBean(DataSource.class))
        .unwrap(HikariDataSource.class);
    Map<Integer, Integer> found = new HashMap<>();
    List<Connection> connections = new ArrayList<>();
    try {
      while (connections.size() < pool.getMaximumPoolSize()) {
        Connection connection = pool.getConnection();
        connections.add(connection);
        found.put(value(connection, "CONNECTION_ID()"), value(connection, LOCK_SECONDS));
      }
    } finally {
      for (Connection connection : connections) {
        connection.close();
      }
    }
    return found;
  }

  private static int value(Connection connection, String expression) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("SELECT " + expression)) {
      found.next();
      return found.getInt(1);
    }
  }

  /** A migration that notes how long its connection waits for an answer and for a lock. */
  private static final class Limits implements JavaMigration {

    private final List<Integer> networkMillis = new ArrayList<>();
    private final List<Integer> lockSeconds = new ArrayList<>();
    private int session;

    @Override
    public MigrationVersion getVersion() {
      return MigrationVersion.fromVersion("9999");
    }

    @Override
    public String getDescription() {
      return "limits";
    }

    @Override
    public Integer getChecksum() {
      return 1;
    }

    @Override
    public boolean canExecuteInTransaction() {
      return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
      Connection connection = context.getConnection();
      networkMillis.add(connection.getNetworkTimeout());
      lockSeconds.add(value(connection, LOCK_SECONDS));
      session = value(connection, "CONNECTION_ID()");
    }
  }
}
