package dev.latchkey.adapters.persistence.migration;

import dev.latchkey.adapters.persistence.server.UnusableDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.Configuration;

/**
 * The versions of a schema and of this server.
 *
 * @param present the newest that was applied
 * @param own the newest that this server knows
 * @param oldest the oldest whose server works on the schema
 * @param isComplete whether the schema has every migration that this server knows
 */
record SchemaVersions(MigrationVersion present, MigrationVersion own, MigrationVersion oldest, boolean isComplete) {

  private static final String TABLE = "schema_reader";

  static SchemaVersions of(Configuration configuration, Connection connection) throws SQLException {
    List<MigrationInfo> migrations = Arrays.asList(
        Flyway.configure().configuration(configuration).callbacks(new Callback[0]).load().info().all());
    return new SchemaVersions(
        newest(migrations, migration -> migration.getState().isApplied() && !migration.getState().isFailed()),
        newest(migrations, migration -> migration.getState().isResolved()),
        oldest(connection),
        migrations.stream().map(MigrationInfo::getState).noneMatch(SchemaVersions::isToDo));
  }

  /**
   * Refuses a schema that a newer server made and that this server cannot use. A schema of the next version can be used,
   * so that the servers of an installation can be replaced one after the other.
   *
   * @throws UnusableDatabase if a newer server is needed
   */
  void refuseNewer() throws UnusableDatabase {
    if (own.compareTo(oldest) < 0) {
      throw new UnusableDatabase(
          "The database has schema version " + present
              + ", made by a newer Latchkey. It needs a server of schema version "
              + oldest + " or newer, and this one has " + own + ". Start a newer server");
    }
  }

  private static boolean isToDo(MigrationState state) {
    return state == MigrationState.PENDING || state == MigrationState.FAILED;
  }

  private static MigrationVersion newest(List<MigrationInfo> migrations, Predicate<MigrationInfo> which) {
    return migrations.stream()
        .filter(which)
        .map(MigrationInfo::getVersion)
        .max(MigrationVersion::compareTo)
        .orElse(MigrationVersion.EMPTY);
  }

  private static MigrationVersion oldest(Connection connection) throws SQLException {
    if (!new SchemaTables(connection).exists(TABLE)) {
      return MigrationVersion.EMPTY;
    }
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("SELECT oldest FROM " + TABLE + " WHERE id = 1")) {
      // A start that was interrupted leaves the table without its row.
      return found.next() ? MigrationVersion.fromVersion(found.getString(1)) : MigrationVersion.EMPTY;
    }
  }
}
