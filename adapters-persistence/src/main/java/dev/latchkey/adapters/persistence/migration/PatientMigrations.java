package dev.latchkey.adapters.persistence.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes the time limits of requests during migrations: altering a table with many rows takes longer than other
 * statements may, and waits until the transactions that use the table have ended.
 */
final class PatientMigrations implements Callback {

  private static final Logger LOG = LoggerFactory.getLogger(PatientMigrations.class);

  private static final int NO_LIMIT = 0;

  /** One year is the longest wait that MySQL and MariaDB accept. */
  private static final String LIFT = "SET @limit_of_requests = @@SESSION.lock_wait_timeout, SESSION lock_wait_timeout = 31536000";
  private static final String RESTORE = "SET SESSION lock_wait_timeout = @limit_of_requests";

  @Override
  public boolean supports(Event event, Context context) {
    return switch (event) {
      case BEFORE_MIGRATE, BEFORE_EACH_MIGRATE, AFTER_EACH_MIGRATE, AFTER_EACH_MIGRATE_ERROR -> true;
      default -> false;
    };
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public void handle(Event event, Context context) {
    Connection connection = context.getConnection();
    try {
      switch (event) {
        case BEFORE_EACH_MIGRATE -> {
          removeNetworkTimeout(connection);
          onServer(connection, LIFT);
        }
        case AFTER_EACH_MIGRATE -> onServer(connection, RESTORE);
        case AFTER_EACH_MIGRATE_ERROR -> restoreAfterError(connection);
        default -> removeNetworkTimeout(connection);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("A migration cannot be given the time that it needs", e);
    }
  }

  /** The pool restores its timeout when the connection is returned. */
  private static void removeNetworkTimeout(Connection connection) throws SQLException {
    connection.setNetworkTimeout(Runnable::run, NO_LIMIT);
  }

  /** The embedded database has one process only, so a migration waits for no other one. */
  private static void onServer(Connection connection, String sql) throws SQLException {
    if (connection.getMetaData().getDriverName().contains("MySQL")) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }
  }

  /** Does not fail, as that would hide the error of the migration, and the connection of most errors is lost. */
  private static void restoreAfterError(Connection connection) {
    try {
      onServer(connection, RESTORE);
    } catch (SQLException lost) {
      LOG.debug("The limits of a connection were not restored, SQL state {}", lost.getSQLState());
    }
  }

  @Override
  public String getCallbackName() {
    return "patient-migrations";
  }
}
