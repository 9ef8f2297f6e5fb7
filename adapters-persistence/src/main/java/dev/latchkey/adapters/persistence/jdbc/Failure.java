package dev.latchkey.adapters.persistence.jdbc;

import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.exceptions.TransactionException;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.Optional;
import java.util.Set;

/** A classified failure of database work. */
sealed interface Failure {

  /**
   * A lock timeout, a deadlock or conflict that the database resolved by ending this transaction, or a server that takes
   * no writes any more. Nothing was written, and the work can be repeated.
   */
  record LostRace(String state) implements Failure {}

  /** The row violates a constraint or does not fit its columns. Nothing was written. */
  record Refused(String state) implements Failure {}

  /** Any other failure of the database or of the connection to it. */
  record Unavailable() implements Failure {}

  /** The exception was not thrown by the database or its driver. */
  record NotFromDatabase() implements Failure {}

  /** SQL states of a deadlock or a lock timeout in MySQL, MariaDB and H2. */
  Set<String> LOST_RACES = Set.of("40001", "41000", "HYT00", "90131");

  /** Error number of a lock timeout in MySQL and MariaDB, which have no specific SQL state for it. */
  int LOCK_WAIT_TIMEOUT = 1205;

  int DUPLICATE = 1062;

  /** The key of the position that each transaction of a tenant counts on from the one before. */
  String POSITION = "audit_event_has_its_place";

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
        || sql.getErrorCode() == LOCK_WAIT_TIMEOUT
        || isLostRaceForAPosition(sql)
        || ServerLost.is(sql)) {
      return new LostRace(state);
    }
    return state.startsWith("22") || state.startsWith("23") ? new Refused(state) : new Unavailable();
  }

  /** Members of a Galera cluster accept the same position and find out at the commit. */
  private static boolean isLostRaceForAPosition(SQLException sql) {
    String message = sql.getMessage() == null ? "" : sql.getMessage();
    return sql.getErrorCode() == DUPLICATE && message.contains(POSITION);
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
