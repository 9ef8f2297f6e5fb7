package dev.latchkey.adapters.persistence.migration;

import java.sql.SQLException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Removes the network timeout during migrations: altering a table with many rows takes longer than other statements
 * may.
 */
final class PatientMigrations implements Callback {

  private static final int NO_LIMIT = 0;

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.BEFORE_EACH_MIGRATE || event == Event.BEFORE_MIGRATE;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  /** The pool restores its timeout when the connection is returned. */
  @Override
  public void handle(Event event, Context context) {
    try {
      context.getConnection().setNetworkTimeout(Runnable::run, NO_LIMIT);
    } catch (SQLException e) {
      throw new IllegalStateException("A migration cannot be given the time that it needs", e);
    }
  }

  @Override
  public String getCallbackName() {
    return "patient-migrations";
  }
}
