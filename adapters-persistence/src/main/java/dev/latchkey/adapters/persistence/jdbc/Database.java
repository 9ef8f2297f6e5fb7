package dev.latchkey.adapters.persistence.jdbc;

import dev.latchkey.application.port.StoreUnavailable;
import io.micronaut.data.connection.ConnectionDefinition;
import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only way to the database, and the one place where what its libraries throw is turned into what the ports promise.
 *
 * <p>Every transaction takes its locks in the same order: the tenant's audit head, then rows, then the counter of the change
 * feed. So two of them never wait for each other in a circle; where a database still finds one, or a lock takes too long,
 * all is done again, a bounded number of times.
 */
@Singleton
public final class Database {

  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final int ATTEMPTS = 3;

  /** After which no attempt is made any more: the caller waits for an answer. */
  private static final Duration LONGEST_REPEATED = Duration.ofSeconds(1);

  private final ConnectionOperations<Connection> connections;
  private final TransactionOperations<Connection> transactions;
  private final DatabaseWatch watch;

  Database(
      ConnectionOperations<Connection> connections,
      TransactionOperations<Connection> transactions,
      DatabaseWatch watch) {
    this.connections = connections;
    this.transactions = transactions;
    this.watch = watch;
  }

  /** Runs a single statement, which is a transaction of its own. */
  public <T> T run(Supplier<T> statement) {
    return repeated(() -> onConnection(statement));
  }

  /** Runs statements that take effect together or not at all. */
  public <T> T together(Supplier<T> statements) {
    // Begins and ends on the connection that is watched, as both ask the database too.
    return repeated(() -> onConnection(() -> transactions.executeWrite(_ -> statements.get())));
  }

  private <T> T onConnection(Supplier<T> work) {
    return connections.execute(ConnectionDefinition.DEFAULT, status -> watch.during(status.getConnection(), work));
  }

  private static <T> T repeated(Supplier<T> work) {
    long began = System.nanoTime();
    for (int attempt = 1;; attempt++) {
      try {
        return work.get();
      } catch (RuntimeException e) {
        switch (Failure.of(e)) {
          case Failure.LostRace lost -> {
            if (attempt == ATTEMPTS || System.nanoTime() - began >= LONGEST_REPEATED.toNanos()) {
              throw new StoreUnavailable(e);
            }
            LOG.info("A transaction lost a race for a lock, attempt {} of {}: {}", attempt, ATTEMPTS, lost.state());
          }
          case Failure.Refused(String state) -> throw new ConstraintViolation(state);
          case Failure.Unavailable() -> throw new StoreUnavailable(e);
          case Failure.NotFromDatabase() -> throw e;
        }
      }
    }
  }
}
