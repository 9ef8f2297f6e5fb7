package dev.latchkey.adapters.persistence.server;

import java.sql.SQLException;

/** The database cannot be used as it is. The message says why, and what to do. */
public final class UnusableDatabase extends SQLException {

  private static final long serialVersionUID = 1L;

  /** The state of a failure that waiting does not end. */
  private static final String STATE = "42000";

  public UnusableDatabase(String message) {
    super(message, STATE);
  }

  public UnusableDatabase(String message, SQLException cause) {
    super(message, STATE, cause);
  }
}
