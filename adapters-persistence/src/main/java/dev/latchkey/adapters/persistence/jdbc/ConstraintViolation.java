package dev.latchkey.adapters.persistence.jdbc;

/**
 * Thrown when the database rejects a row: its id is taken, the row it refers to does not exist, or a value does not fit
 * its column. Outside this adapter this is a bug. The message of the database is left out because it may quote the row.
 */
public final class ConstraintViolation extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  ConstraintViolation(String state) {
    super("The database refused a row, SQL state " + state);
  }
}
