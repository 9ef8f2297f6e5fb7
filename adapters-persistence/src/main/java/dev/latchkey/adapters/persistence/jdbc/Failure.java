package dev.latchkey.adapters.persistence.jdbc;

import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.exceptions.TransactionException;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.Optional;
import java.util.Set;

/** What went wrong, as far as anybody outside of this adapter has to know. */
sealed interface Failure {

  /** Somebody else held a lock for too long, or the database ended a circle of waiting here. Nothing was written. */
  record LostRace(String state) implements Failure {}

  /** The row breaks a constraint or does not fit. Nothing was written. */
  record Refused(String state) implements Failure {}

  /** Anything else that the database or the way to it did. */
  record Unavailable() implements Failure {}

  /** It does not come from the database at all. */
  record NotFromDatabase() implements Failure {}

  /** SQL states of a deadlock or of a lock that was waited for too long, as MySQL, MariaDB and H2 have them. */
  Set<String> LOST_RACES = Set.of("40001", "41000", "HYT00", "90131");

  /** MySQL and MariaDB have no SQL state of its own for a lock that was waited for too long, but an error number. */
  int LOCK_WAIT_TIMEOUT = 1205;

  static Failure of(RuntimeException thrown) {
    Optional<SQLException> sql = sqlException(thrown);
    if (sql.isPresent()) {
      return of(sql.get());
    }
    return thrown instanceof DataAccessException
        || thrown instanceof ConnectionException
        || thrown instanceof TransactionException
            ? new Unavailable()
            : new NotFromDatabase();
  }

  private static Failure of(SQLException sql) {
    String state = sql.getSQLState() == null ? "" : sql.getSQLState();
    if (sql instanceof SQLTransactionRollbackException
        || LOST_RACES.contains(state)
        || sql.getErrorCode() == LOCK_WAIT_TIMEOUT) {
      return new LostRace(state);
    }
    return state.startsWith("22") || state.startsWith("23") ? new Refused(state) : new Unavailable();
  }

  private static Optional<SQLException> sqlException(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return Optional.of(sql);
      }
    }
    return Optional.empty();
  }
}
