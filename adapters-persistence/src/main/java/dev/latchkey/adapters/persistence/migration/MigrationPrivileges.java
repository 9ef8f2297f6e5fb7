package dev.latchkey.adapters.persistence.migration;

import dev.latchkey.adapters.persistence.server.Privileges;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** Refuses to begin a migration with a user who may not change the schema. A server without pending ones needs no such user. */
final class MigrationPrivileges implements Callback {

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.BEFORE_EACH_MIGRATE;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public void handle(Event event, Context context) {
    try {
      if (!context.getConnection().getMetaData().getDriverName().contains("MySQL")) {
        return;
      }
      Privileges privileges = Privileges.of(context.getConnection());
      List<String> missing = privileges.missing(Privileges.TO_MIGRATE);
      if (!missing.isEmpty()) {
        throw new FlywayException(
            "The database user may not migrate the schema. As an administrator: " + privileges.remedy(missing));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The privileges of the database user cannot be read", e);
    }
  }

  @Override
  public String getCallbackName() {
    return "migration-privileges";
  }
}
