package dev.latchkey.adapters.persistence.jdbc;

import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.exceptions.TransactionException;
import io.micronaut.transaction.exceptions.TransactionSystemException;
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
  record Repeatable(String state, int code) implements Failure {}

  /** The row violates a constraint or does not fit its columns. Nothing was written. */
  record Refused(String state) implements Failure {}

  /** Any other failure of the database or of the connection to it. The work may have been written. */
  record Unavailable() implements Failure {}

  /** The exception was not thrown by the database or its driver. */
  record NotFromDatabase() implements Failure {}

  /** SQL states of a deadlock or a lock timeout in MySQL, MariaDB and H2. */
  Set<String> LOST_RACES = Set.of("40001", "41000", "HYT00", "90131");

  /** Error number of a lock timeout in MySQL and MariaDB, which have no specific SQL state for it. */
  int LOCK_WAIT_TIMEOUT = 1205;

  /** Error number and SQL state of a transaction that was rolled back for another one, also at its commit. */
  int DEADLOCK = 1213;
  String SERIALIZATION_FAILURE = "40001";

  int DUPLICATE = 1062;

  /** The key of the position that each transaction of a tenant counts on from the one before. */
  String POSITION = "audit_event_has_its_place";

  static Failure of(RuntimeException thrown) {
    Optional<SQLException> sql = sqlException(thrown);
    if (sql.isPresent()) {
      return thrown instanceof TransactionSystemException ? ofCommit(sql.get()) : of(sql.get());
    }
    return thrown instanceof DataAccessException
        || thrown instanceof ConnectionException
        || thrown instanceof TransactionException
            ? new Unavailable()
            : new NotFromDatabase();
  }

  /**
   * Classifies what a commit throws. The other members of a group or cluster can have accepted a transaction whose commit
   * failed here, so it is repeated only after the answer that it lost to another one, which all members agree on.
   */
  private static Failure ofCommit(SQLException sql) {
    return sql.getErrorCode() == DEADLOCK || SERIALIZATION_FAILURE.equals(sql.getSQLState())
        || isLostRaceForAPosition(sql)
            ? of(sql)
            : new Unavailable();
  }

  private static Failure of(SQLException sql) {
    String state = sql.getSQLState() == null ? "" : sql.getSQLState();
    if (sql instanceof SQLTransactionRollbackException
        || LOST_RACES.contains(state)
        || sql.getErrorCode() == LOCK_WAIT_TIMEOUT
        || isLostRaceForAPosition(sql)
        || ServerLost.wroteNothing(sql)) {
      return new Repeatable(state, sql.getErrorCode());
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
