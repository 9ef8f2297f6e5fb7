package dev.latchkey.adapters.persistence.migration;

import dev.latchkey.adapters.persistence.server.Privileges;
import dev.latchkey.application.port.StoreFinding.Faulty;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.Configuration;

/**
 * The migrations that a schema has and those that this server knows. The start and the commands decide by it whether the
 * server can use the schema.
 *
 * @param migrations all of both
 * @param oldest the version of the oldest server that works on the schema; empty if the schema does not say
 * @param foreign the tables and views of another program, if there are none of Latchkey
 */
record SchemaState(List<MigrationInfo> migrations, MigrationVersion oldest, List<String> foreign) {

  private static final String READER = "schema_reader";
  private static final int NAMED_AT_MOST = 5;

  static SchemaState of(Configuration configuration, Connection connection) throws SQLException {
    List<String> foreign = new SchemaTables(connection).foreign(configuration.getTable());
    return new SchemaState(
        Arrays.asList(Flyway.configure().configuration(configuration).callbacks(new Callback[0]).load().info().all()),
        // Another program can have a table of this name.
        foreign.isEmpty() ? oldest(connection) : MigrationVersion.EMPTY,
        foreign);
  }

  private static MigrationVersion oldest(Connection connection) throws SQLException {
    if (!new SchemaTables(connection).exists(READER)) {
      return MigrationVersion.EMPTY;
    }
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("SELECT oldest FROM " + READER + " WHERE id = 1")) {
      // A start that was interrupted leaves the table without its row.
      return found.next() ? MigrationVersion.fromVersion(found.getString(1)) : MigrationVersion.EMPTY;
    }
  }

  /** Returns the version of the schema: that of the newest migration that was applied. */
  MigrationVersion present() {
    return newest(migration -> migration.getState().isApplied() && !migration.getState().isFailed());
  }

  /** Returns the version of this server. */
  MigrationVersion own() {
    return newest(migration -> migration.getState().isResolved());
  }

  boolean hasMigrations() {
    return !present().equals(MigrationVersion.EMPTY);
  }

  /** Returns whether the schema has every migration that this server knows. */
  boolean isComplete() {
    return pending().isEmpty();
  }

  /** Returns the migrations that the next start runs, a failed one among them, in their order. */
  List<String> pending() {
    return named(migration -> migration.getState() == MigrationState.PENDING || hasFailed(migration));
  }

  List<String> failed() {
    return named(SchemaState::hasFailed);
  }

  /** Returns those for which Flyway refuses the schema: skipped, unknown, or run in another form than this server has. */
  List<String> altered() {
    return named(migration -> switch (migration.getState()) {
      case IGNORED, MISSING_SUCCESS -> true;
      case MigrationState state ->
        state.isResolved() && state.isApplied() && !state.isFailed() && !migration.isChecksumMatching();
    });
  }

  /**
   * Returns why this server can never use the schema, with the remedy: another program or a newer server made it. A
   * schema of the next version can be used, so that the servers of an installation can be replaced one after the other.
   */
  Optional<Faulty> unusable() {
    if (!foreign.isEmpty()) {
      return Optional.of(
          new Faulty(
              "schema",
              String.format(Locale.ROOT, "The database has tables of another program and none of Latchkey: %s.",
                  String.join(", ", foreign.subList(0, Math.min(foreign.size(), NAMED_AT_MOST)))),
              "Create an empty database for Latchkey and name it in LATCHKEY_DB_URL."));
    }
    if (own().compareTo(oldest) < 0) {
      return Optional.of(
          new Faulty(
              "schema",
              String.format(Locale.ROOT,
                  "A newer Latchkey changed the database, which has schema version %s. It needs a server of schema version"
                      + " %s or newer, and this one has %s.",
                  present(), oldest, own()),
              "Start a newer server."));
    }
    return Optional.empty();
  }

  /** Returns that the user may not run the pending migrations, with the remedy; empty if it may or if there are none. */
  Optional<Faulty> unpermitted(Privileges privileges) {
    List<String> missing = privileges.missing(Privileges.TO_MIGRATE);
    return missing.isEmpty() || isComplete()
        ? Optional.empty()
        : Optional.of(
            new Faulty(
                "privileges",
                String.format(Locale.ROOT,
                    "The database has schema version %s and this server needs %s, but the database user may not change"
                        + " the schema: it lacks %s.",
                    present(), own(), String.join(", ", missing)),
                String.format(Locale.ROOT,
                    "As an administrator: %s. Or run the command migrate with a user that has these privileges.",
                    privileges.remedy(missing))));
  }

  private static boolean hasFailed(MigrationInfo migration) {
    return migration.getState() == MigrationState.FAILED;
  }

  private List<String> named(Predicate<MigrationInfo> which) {
    return migrations.stream()
        .filter(which)
        .map(migration -> migration.getVersion() + " " + migration.getDescription())
        .toList();
  }

  private MigrationVersion newest(Predicate<MigrationInfo> which) {
    return migrations.stream()
        .filter(which)
        .map(MigrationInfo::getVersion)
        .max(MigrationVersion::compareTo)
        .orElse(MigrationVersion.EMPTY);
  }
}
