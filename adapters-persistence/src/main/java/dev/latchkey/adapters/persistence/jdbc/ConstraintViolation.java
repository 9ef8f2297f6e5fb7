package dev.latchkey.adapters.persistence.jdbc;

/**
 * The database refused a row: its id is taken, what it belongs to is not there, or it does not fit its columns. Outside of
 * this adapter that is a bug. The database's own words are left out because they may quote the row.
 */
public final class ConstraintViolation extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  ConstraintViolation(String state) {
    super("The database refused a row, SQL state " + state);
  }
}
