package dev.latchkey.adapters.persistence.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Removes the record of a failed migration before the next attempt. Flyway would demand a repair by hand, because a
 * migration could be half done; {@link RepeatableStatements} makes such a migration run again.
 */
final class FailedMigrations implements Callback {

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.BEFORE_VALIDATE;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public void handle(Event event, Context context) {
    Connection connection = context.getConnection();
    String history = context.getConfiguration().getTable();
    try (Statement statement = connection.createStatement()) {
      if (connection.getMetaData().getTables(connection.getCatalog(), null, history, null).next()) {
        statement.executeUpdate("DELETE FROM " + history + " WHERE success = 0");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The record of a failed migration cannot be removed", e);
    }
  }

  @Override
  public String getCallbackName() {
    return "failed-migrations";
  }
}
