package dev.latchkey.adapters.persistence.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapters.persistence.fixtures.JdbcStore;
import dev.latchkey.adapters.persistence.fixtures.Server;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.junit.jupiter.api.Test;

/** How the server's own Flyway carries out a migration. */
class MigrationsOnServerTest {

  private static final int NO_LIMIT = 0;

  @Test
  void migrationMayTakeLongerThanAnyOtherStatement() {
    try (JdbcStore store = Server.fresh()) {
      Flyway flyway = store.context().getBean(Flyway.class);
      NetworkTimeouts seen = new NetworkTimeouts();

      Flyway.configure().configuration(flyway.getConfiguration()).javaMigrations(new NamesOfOlderRules(), seen).load()
          .migrate();

      assertThat(seen.millis).containsExactly(NO_LIMIT);
    }
  }

  /** A migration that notes how long its connection waits for an answer. */
  private static final class NetworkTimeouts implements JavaMigration {

    private final List<Integer> millis = new ArrayList<>();

    @Override
    public MigrationVersion getVersion() {
      return MigrationVersion.fromVersion("9999");
    }

    @Override
    public String getDescription() {
      return "network timeouts";
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
      millis.add(context.getConnection().getNetworkTimeout());
    }
  }
}
