package dev.latchkey.adapters.persistence.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one node at a time migrate the schema. Flyway's own lock holds on one server only, and nodes that start together
 * can reach different members of a cluster. The lease is a row, of which a cluster accepts one change only. Its holder
 * renews it, so that the lease of a killed process ends by itself.
 */
final class MigrationLease implements Callback {

  private static final Logger LOG = LoggerFactory.getLogger(MigrationLease.class);

  private static final Duration VALID = Duration.ofSeconds(15);
  private static final Duration BETWEEN_RENEWALS = Duration.ofSeconds(4);
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(500);

  private static final String CREATE = """
      CREATE TABLE IF NOT EXISTS migration_lease (
        id      INT         NOT NULL,
        owner   VARCHAR(40) NOT NULL,
        ends_at BIGINT      NOT NULL,
        PRIMARY KEY (id)
      ) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin""";

  private static final String ADD = "INSERT IGNORE INTO migration_lease (id, owner, ends_at) VALUES (1, '', 0)";

  private static final String TAKE = """
      UPDATE migration_lease SET owner = ?, ends_at = UNIX_TIMESTAMP() + ?
      WHERE id = 1 AND (owner = ? OR ends_at < UNIX_TIMESTAMP())""";

  private static final String GIVE_BACK = "UPDATE migration_lease SET ends_at = 0 WHERE id = 1 AND owner = ?";

  private static final int DENIED = 1142;

  private final String owner = UUID.randomUUID().toString();
  private @Nullable ScheduledExecutorService renewal;

  @Override
  public boolean supports(Event event, Context context) {
    return switch (event) {
      case BEFORE_VALIDATE, AFTER_MIGRATE, AFTER_MIGRATE_ERROR, AFTER_VALIDATE_ERROR -> true;
      default -> false;
    };
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public void handle(Event event, Context context) {
    try {
      if (!context.getConnection().getMetaData().getDriverName().contains("MySQL")) {
        return;
      }
      DataSource source = context.getConfiguration().getDataSource();
      if (event == Event.BEFORE_VALIDATE) {
        take(source);
      } else {
        giveBack(source);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The lease for the migration failed", e);
    }
  }

  private void take(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection()) {
      if (!prepare(connection)) {
        return;
      }
      for (long attempt = 0; !take(connection); attempt++) {
        if (attempt % 10 == 0) {
          LOG.info("Waiting for another node that migrates the database");
        }
        Thread.sleep(BETWEEN_ATTEMPTS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("The wait for another node that migrates was interrupted", e);
    }
    renewal = Executors
        .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("migration-lease").factory());
    var _ = renewal.scheduleAtFixedRate(
        () -> renew(source), BETWEEN_RENEWALS.toMillis(), BETWEEN_RENEWALS.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Returns whether there is a lease. A user who may not create its table may not migrate either. */
  private static boolean prepare(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(CREATE);
      statement.execute(ADD);
      return true;
    } catch (SQLException refused) {
      if (refused.getErrorCode() == DENIED) {
        return false;
      }
      throw refused;
    }
  }

  private boolean take(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
      statement.setString(1, owner);
      statement.setLong(2, VALID.toSeconds());
      statement.setString(3, owner);
      return statement.executeUpdate() == 1;
    }
  }

  private void renew(DataSource source) {
    try (Connection connection = source.getConnection()) {
      if (!take(connection)) {
        LOG.error("Another node has begun to migrate the database while this one still does");
      }
    } catch (SQLException e) {
      LOG.warn("The lease for the migration was not renewed, SQL state {}", e.getSQLState());
    }
  }

  private void giveBack(DataSource source) throws SQLException {
    if (renewal == null) {
      return;
    }
    renewal.shutdownNow();
    renewal = null;
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(GIVE_BACK)) {
      statement.setString(1, owner);
      statement.executeUpdate();
    }
  }

  @Override
  public String getCallbackName() {
    return "migration-lease";
  }
}
