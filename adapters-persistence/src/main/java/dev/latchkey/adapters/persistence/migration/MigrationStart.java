package dev.latchkey.adapters.persistence.migration;

import dev.latchkey.adapters.persistence.server.Privileges;
import dev.latchkey.adapters.persistence.server.UnusableDatabase;
import dev.latchkey.application.port.StoreFinding.Faulty;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.Configuration;

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
      throw new FlywayException("The migration of the database cannot begin: " + e.getMessage(), e);
    }
  }

  private void begin(Context context) throws SQLException {
    Connection connection = context.getConnection();
    Configuration configuration = context.getConfiguration();
    SchemaState found = usable(configuration, connection);
    if (found.isComplete()) {
      return;
    }
    boolean isServer = connection.getMetaData().getDriverName().contains("MySQL");
    if (isServer) {
      refuse(found.unpermitted(Privileges.of(configuration.getDataSource())));
      lease.take();
    }
    try {
      // Meanwhile another node can have migrated, also a newer one.
      usable(configuration, connection);
      forgetFailures(connection, configuration.getTable());
    } catch (SQLException | RuntimeException failure) {
      lease.giveBack();
      throw failure;
    }
  }

  private static SchemaState usable(Configuration configuration, Connection connection) throws SQLException {
    SchemaState found = SchemaState.of(configuration, connection);
    refuse(found.unusable());
    return found;
  }

  private static void refuse(Optional<Faulty> fault) throws UnusableDatabase {
    if (fault.isPresent()) {
      throw new UnusableDatabase(fault.get());
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
