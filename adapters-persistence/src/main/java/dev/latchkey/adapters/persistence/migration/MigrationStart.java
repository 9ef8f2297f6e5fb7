package dev.latchkey.adapters.persistence.migration;

import dev.latchkey.adapters.persistence.server.Privileges;
import dev.latchkey.adapters.persistence.server.UnusableDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Checks before a migration that it may run, and lets one node at a time run it. Does nothing else if the schema is
 * complete, so that a server with such a schema needs no right to change it and does not wait for others.
 */
final class MigrationStart implements Callback {

  private final MigrationLease lease;

  MigrationStart(MigrationLease lease) {
    this.lease = lease;
  }

  @Override
  public boolean supports(Event event, Context context) {
    return switch (event) {
      case BEFORE_VALIDATE, AFTER_MIGRATE, AFTER_MIGRATE_ERROR, AFTER_VALIDATE_ERROR -> true;
      default -> false;
    };
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public void handle(Event event, Context context) {
    try {
      if (event == Event.BEFORE_VALIDATE) {
        begin(context);
      } else {
        lease.giveBack();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The migration of the database cannot begin: " + e.getMessage(), e);
    }
  }

  private void begin(Context context) throws SQLException {
    Connection connection = context.getConnection();
    SchemaVersions found = SchemaVersions.of(context.getConfiguration(), connection);
    found.refuseNewer();
    if (found.isComplete()) {
      return;
    }
    String history = context.getConfiguration().getTable();
    new SchemaTables(connection).refuseForeign(history);
    boolean isServer = connection.getMetaData().getDriverName().contains("MySQL");
    if (isServer) {
      requirePrivileges(context.getConfiguration().getDataSource(), found);
      lease.take();
    }
    try {
      // Meanwhile another node can have migrated, also a newer one.
      SchemaVersions.of(context.getConfiguration(), connection).refuseNewer();
      forgetFailures(connection, history);
    } catch (SQLException | RuntimeException failure) {
      lease.giveBack();
      throw failure;
    }
  }

  /** On a connection of its own: the pool closes one on which a server without a list of users refuses to show it. */
  private static void requirePrivileges(DataSource source, SchemaVersions found) throws SQLException {
    Privileges privileges;
    try (Connection connection = source.getConnection()) {
      privileges = Privileges.of(connection);
    }
    List<String> missing = privileges.missing(Privileges.TO_MIGRATE);
    if (!missing.isEmpty()) {
      throw new UnusableDatabase(
          "The database has schema version " + found.present() + " and this server needs " + found.own()
              + ", but the database user may not change the schema. As an administrator: " + privileges.remedy(missing)
              + ". Or run the command migrate with a user that has these privileges");
    }
  }

  /** Flyway would demand a repair by hand, because a migration could be half done. Ours can be run again. */
  private static void forgetFailures(Connection connection, String history) throws SQLException {
    if (new SchemaTables(connection).exists(history)) {
      try (Statement statement = connection.createStatement()) {
        statement.executeUpdate("DELETE FROM " + history + " WHERE success = FALSE");
      }
    }
  }

  @Override
  public String getCallbackName() {
    return "migration-start";
  }
}
