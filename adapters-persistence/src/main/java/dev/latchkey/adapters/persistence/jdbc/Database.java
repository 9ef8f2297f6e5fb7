package dev.latchkey.adapters.persistence.jdbc;

import dev.latchkey.application.port.StoreUnavailable;
import io.micronaut.data.connection.ConnectionDefinition;
import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLTransactionRollbackException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs all database work and translates driver exceptions into the errors that the ports declare.
 *
 * <p>Every transaction takes its locks in the same order: the tenant's audit head, then rows, then the counter of the
 * change feed. This lock order prevents deadlocks. After a deadlock that the database still detects, or after a lock
 * timeout, the work is repeated a bounded number of times.
 */
@Singleton
public final class Database {

  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final int ATTEMPTS = 6;

  /** The pause before the first repetition is up to this long, before each further one up to twice as long. */
  private static final int FIRST_PAUSE_MILLIS = 10;

  /** Time after which the work is not repeated, because the caller is waiting. */
  private static final Duration LONGEST_REPEATED = Duration.ofSeconds(1);

  private final ConnectionOperations<Connection> connections;
  private final TransactionOperations<Connection> transactions;
  private final DatabaseWatch watch;
  private final StaleConnections stale;

  Database(
      ConnectionOperations<Connection> connections,
      TransactionOperations<Connection> transactions,
      DatabaseWatch watch,
      StaleConnections stale) {
    this.connections = connections;
    this.transactions = transactions;
    this.watch = watch;
    this.stale = stale;
  }

  /** Runs a single statement in its own transaction. */
  public <T> T run(Supplier<T> statement) {
    return repeated(() -> onConnection(connection -> {
      T result = statement.get();
      if (stale.include(connection)) {
        // The statement may have written, so it is not repeated.
        throw new StoreUnavailable(new IllegalStateException("The database server was lost during a statement"));
      }
      return result;
    }));
  }

  /** Runs statements in one transaction. */
  public <T> T together(Supplier<T> statements) {
    // Runs begin and commit on the watched connection too, as both call the database.
    return repeated(() -> onConnection(connection -> transactions.executeWrite(_ -> {
      T result = statements.get();
      if (stale.include(connection)) {
        throw lost();
      }
      return result;
    })));
  }

  private <T> T onConnection(Function<Connection, T> work) {
    return connections.execute(ConnectionDefinition.DEFAULT, status -> {
      Connection connection = status.getConnection();
      if (stale.include(connection)) {
        stale.evict(connection);
        throw lost();
      }
      return watch.during(connection, () -> work.apply(connection));
    });
  }

  /** Lets the work be repeated on another connection. */
  private static DataAccessException lost() {
    return new DataAccessException(
        "The database server is not used any more",
        new SQLTransactionRollbackException("A read of the change feed failed on it", "40001"));
  }

  private static <T> T repeated(Supplier<T> work) {
    long began = System.nanoTime();
    for (int attempt = 1;; attempt++) {
      try {
        return work.get();
      } catch (RuntimeException e) {
        switch (Failure.of(e)) {
          case Failure.Repeatable(String state, int code) -> {
            if (attempt == ATTEMPTS || System.nanoTime() - began >= LONGEST_REPEATED.toNanos()) {
              throw new StoreUnavailable(e);
            }
            LOG.info(
                "Database work was refused or rolled back and is repeated, attempt {} of {}: SQL state {}, error {}",
                attempt, ATTEMPTS, state, code);
            pause(attempt);
          }
          case Failure.Refused(String state) -> throw new ConstraintViolation(state);
          case Failure.Unavailable() -> throw new StoreUnavailable(e);
          case Failure.NotFromDatabase() -> throw e;
        }
      }
    }
  }

  /** Waits for a random time, so that transactions that met do not meet again. */
  private static void pause(int attempt) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(FIRST_PAUSE_MILLIS << (attempt - 1)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailable(e);
    }
  }
}
