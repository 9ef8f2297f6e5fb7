package dev.latchkey.adapters.persistence.migration;

import dev.latchkey.adapters.persistence.server.UnusableDatabase;
import dev.latchkey.application.port.StoreFinding.Faulty;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one node at a time migrate the schema. Flyway's own lock holds on one server only, and nodes that start together
 * can reach different members of a cluster. The lease is a row, of which a cluster accepts one change only. Its holder
 * renews it; another node takes it after it saw no renewal for a time that it measures itself, so that the clocks of
 * the servers and nodes need not agree.
 *
 * <p>A holder that was paused for longer finds that it lost the lease, and every further statement of its migration
 * fails. Only the one that it had sent already can still be carried out. It does what the same statement of the new
 * holder does, and statements can be repeated.
 */
final class MigrationLease {

  static final String TABLE = "migration_lease";

  private static final Logger LOG = LoggerFactory.getLogger(MigrationLease.class);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
  private static final Duration BETWEEN_MESSAGES = Duration.ofSeconds(5);

  /** A statement that begins this long after the last renewal renews the lease first. */
  private static final Duration TRUSTED = Duration.ofSeconds(1);

  private static final String CREATE = """
      CREATE TABLE IF NOT EXISTS migration_lease (
        id       INT         NOT NULL,
        owner    VARCHAR(40) NOT NULL,
        renewals BIGINT      NOT NULL,
        PRIMARY KEY (id)
      ) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin""";

  private static final String ADD = "INSERT IGNORE INTO migration_lease (id, owner, renewals) VALUES (1, '', 0)";
  private static final String LOOK = "SELECT owner, renewals FROM migration_lease WHERE id = 1";

  private static final String TAKE = """
      UPDATE migration_lease SET owner = ?, renewals = renewals + 1
      WHERE id = 1 AND owner = ? AND renewals = ?""";

  private static final String RENEW = "UPDATE migration_lease SET renewals = renewals + 1 WHERE id = 1 AND owner = ?";
  private static final String GIVE_BACK = "UPDATE migration_lease SET owner = '' WHERE id = 1 AND owner = ?";

  /** The user may not: error numbers of a table and of a database. */
  private static final Set<Integer> DENIED = Set.of(1142, 1044);

  /** Another node was first: the number of a deadlock, as Galera answers to the second one, and of a wait for a lock. */
  private static final Set<Integer> LOST_RACES = Set.of(1213, 1205);

  private final DataSource source;
  private final Duration valid;
  private final String owner = UUID.randomUUID().toString();

  private boolean held;
  private boolean lost;
  private long renewedAt;
  private @Nullable ScheduledExecutorService renewal;

  MigrationLease(DataSource source, Duration valid) {
    this.source = source;
    this.valid = valid;
  }

  /** A state of the row. */
  private record Row(String owner, long renewals) {

    static final Row NONE = new Row("", -1);

    boolean isFree() {
      return owner.isEmpty();
    }
  }

  /** Waits until no other node migrates. */
  void take() throws SQLException {
    try (Connection connection = source.getConnection()) {
      while (!isPrepared(connection)) {
        Thread.sleep(BETWEEN_LOOKS);
      }
      Row seen = look(connection);
      long since = System.nanoTime();
      long nextMessage = since;
      while (!(seen.isFree() || isOlder(since, valid)) || !taken(connection, seen)) {
        if (System.nanoTime() - nextMessage >= 0) {
          LOG.info("Waiting for another node that migrates the database");
          nextMessage = System.nanoTime() + BETWEEN_MESSAGES.toNanos();
        }
        Thread.sleep(BETWEEN_LOOKS);
        Row now = look(connection);
        if (!now.equals(seen)) {
          seen = now;
          since = System.nanoTime();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("The wait for another node that migrates was interrupted", e);
    }
    begin();
  }

  private synchronized void begin() {
    held = true;
    lost = false;
    renewedAt = System.nanoTime();
    long period = Math.max(1, valid.dividedBy(4).toMillis());
    renewal = Executors
        .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("migration-lease").factory());
    var _ = renewal.scheduleWithFixedDelay(this::renewInBackground, period, period, TimeUnit.MILLISECONDS);
  }

  /**
   * Proves that this node still has the lease, before a statement of a migration. Does nothing if it never took it.
   *
   * @throws SQLException if another node took it, or if that cannot be found out
   */
  synchronized void require() throws SQLException {
    if (held && !lost && isOlder(renewedAt, TRUSTED)) {
      renew();
    }
    if (lost) {
      throw new UnusableDatabase(
          new Faulty(
              "schema",
              "Another node took over the migration, because this one was paused or cut off for more than "
                  + valid.toSeconds() + " s.",
              "Start this server again."));
    }
  }

  private synchronized void renewInBackground() {
    try {
      if (held && !lost) {
        renew();
      }
    } catch (SQLException e) {
      LOG.warn("The lease for the migration was not renewed, SQL state {}", e.getSQLState());
      if (isOlder(renewedAt, valid)) {
        end();
      }
    }
  }

  private void renew() throws SQLException {
    long began = System.nanoTime();
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(RENEW)) {
      statement.setString(1, owner);
      if (statement.executeUpdate() == 1) {
        renewedAt = began;
      } else {
        lost = true;
        end();
        LOG.error("Another node took over the migration of the database");
      }
    }
  }

  private static boolean isPrepared(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(CREATE);
      statement.execute(ADD);
      return true;
    } catch (SQLException refused) {
      if (DENIED.contains(refused.getErrorCode())) {
        throw new UnusableDatabase(
            new Faulty(
                "privileges",
                "The database user may not change the schema: " + refused.getMessage() + ".",
                "Grant it the privileges, or run the command migrate with a user that has them."),
            refused);
      }
      if (LOST_RACES.contains(refused.getErrorCode())) {
        return false;
      }
      throw refused;
    }
  }

  private static Row look(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement(); ResultSet found = statement.executeQuery(LOOK)) {
      return found.next() ? new Row(found.getString("owner"), found.getLong("renewals")) : Row.NONE;
    }
  }

  private boolean taken(Connection connection, Row seen) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
      statement.setString(1, owner);
      statement.setString(2, seen.owner());
      statement.setLong(3, seen.renewals());
      return statement.executeUpdate() == 1;
    } catch (SQLException refused) {
      if (LOST_RACES.contains(refused.getErrorCode())) {
        return false;
      }
      throw refused;
    }
  }

  private static boolean isOlder(long nanoTime, Duration age) {
    return System.nanoTime() - nanoTime > age.toNanos();
  }

  /** Ends the lease. If that fails, it ends by itself. */
  synchronized void giveBack() {
    if (!held) {
      return;
    }
    held = false;
    end();
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(GIVE_BACK)) {
      statement.setString(1, owner);
      statement.executeUpdate();
    } catch (SQLException e) {
      LOG.warn("The lease for the migration was not given back and ends by itself, SQL state {}", e.getSQLState());
    }
  }

  private void end() {
    if (renewal != null) {
      renewal.shutdown();
      renewal = null;
    }
  }
}
