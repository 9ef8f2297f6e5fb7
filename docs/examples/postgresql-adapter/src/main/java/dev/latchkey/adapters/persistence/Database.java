package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.out.ForAuthenticatingTheTrail;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The only way to the database, and the one place where what the driver throws is turned into what the ports promise.
 * Every transaction locks the tenant's audit head first and rows after it; one that loses a race all the same is tried anew.
 */
@Singleton
final class Database {

  private static final int ATTEMPTS = 3;

  /** A deadlock, a serialization failure, a lock that was waited for too long. */
  private static final Set<String> LOST_RACES = Set.of("40P01", "40001", "55P03");

  private final DataSource pool;
  private final ForAuthenticatingTheTrail macs;

  Database(DataSource pool, ForAuthenticatingTheTrail macs) {
    this.pool = pool;
    this.macs = macs;
  }

  interface Work<T> {
    T on(Statements statements) throws SQLException;
  }

  /** Runs a single statement, which is a transaction of its own. */
  <T> T run(Work<T> work) {
    return repeated(work, true);
  }

  /** Runs statements that take effect together or not at all. */
  <T> T together(Work<T> work) {
    return repeated(work, false);
  }

  private <T> T repeated(Work<T> work, boolean single) {
    for (int attempt = 1;; attempt++) {
      try (Connection connection = pool.getConnection()) {
        connection.setAutoCommit(single);
        T result = work.on(new Statements(connection, macs));
        if (!single) {
          connection.commit();
        }
        // Where something was thrown instead, closing gives the connection back to the pool, which rolls it back.
        return result;
      } catch (SQLException e) {
        String state = Optional.ofNullable(e.getSQLState()).orElse("");
        if (state.startsWith("22") || state.startsWith("23")) {
          // A bug outside of this adapter. The database's own words are left out because they may quote the row.
          throw new IllegalStateException("The database refused a row, SQL state " + state);
        }
        if (!LOST_RACES.contains(state) || attempt == ATTEMPTS) {
          // What is said of a batch quotes the row; what it was caused by does not.
          throw new StoreUnavailable(Objects.requireNonNullElse(e.getNextException(), e));
        }
      }
    }
  }
}
