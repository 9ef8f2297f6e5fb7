package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.StoreUnavailable;
import io.micronaut.data.connection.ConnectionDefinition;
import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
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
final class Database {

  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final int ATTEMPTS = 3;

  private final ConnectionOperations<Connection> connections;
  private final TransactionOperations<Connection> transactions;

  Database(ConnectionOperations<Connection> connections, TransactionOperations<Connection> transactions) {
    this.connections = connections;
    this.transactions = transactions;
  }

  /** Runs a single statement, which is a transaction of its own. */
  <T> T run(Supplier<T> statement) {
    return repeated(() -> connections.execute(ConnectionDefinition.DEFAULT, _ -> statement.get()));
  }

  /** Runs statements that take effect together or not at all. */
  <T> T together(Supplier<T> statements) {
    return repeated(() -> transactions.executeWrite(_ -> statements.get()));
  }

  private static <T> T repeated(Supplier<T> work) {
    for (int attempt = 1;; attempt++) {
      try {
        return work.get();
      } catch (RuntimeException e) {
        switch (Failure.of(e)) {
          case Failure.LostRace lost -> {
            if (attempt == ATTEMPTS) {
              throw new StoreUnavailable(e);
            }
            LOG.info("A transaction lost a race for a lock, attempt {} of {}: {}", attempt, ATTEMPTS, lost.state());
          }
          case Failure.Refused(String state) -> throw new IntegrityBroken(state);
          case Failure.Unavailable() -> throw new StoreUnavailable(e);
          case Failure.Ours() -> throw e;
        }
      }
    }
  }
}
