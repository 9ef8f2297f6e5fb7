package dev.latchkey.adapters.persistence.server;

import dev.latchkey.application.port.StoreFinding.Faulty;
import java.sql.SQLException;

/** The database cannot be used as it is. The message says why, and what to do. */
public final class UnusableDatabase extends SQLException {

  private static final long serialVersionUID = 1L;

  /** The state of a failure that waiting does not end. */
  private static final String STATE = "42000";

  private final transient Faulty fault;

  public UnusableDatabase(Faulty fault) {
    super(fault.text(), STATE);
    this.fault = fault;
  }

  public UnusableDatabase(Faulty fault, SQLException cause) {
    super(fault.text(), STATE, cause);
    this.fault = fault;
  }

  /** Returns what is wrong, with the remedy. */
  public Faulty fault() {
    return fault;
  }
}
