package dev.latchkey.adapters.persistence.feed;

import dev.latchkey.adapters.persistence.jdbc.InstantAsMicros;
import dev.latchkey.adapters.persistence.server.DatabaseServers;
import dev.latchkey.adapters.persistence.server.OpenServer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A connection dedicated to the change feed, so that other work cannot delay reading it. Each read is of
 * the present: it waits for the changes that the servers acknowledged before, and fails on a server that takes no writes.
 * Not thread-safe.
 */
@Singleton
public final class FeedConnection implements ChangeSource {

  static final int MOST_CHANGES = 1_000;

  /** Reads the counter and the changes in one statement, so that both are of the same moment. */
  private static final String CHANGES = """
      SELECT %s AS read_only, c.position AS counted, f.position, f.tenant_id, f.key_id, f.changed_at
      FROM change_counter c
      LEFT JOIN change_feed f ON f.position > ?
      WHERE c.id = 1
      ORDER BY f.position
      LIMIT\s""" + MOST_CHANGES;

  private final DatabaseServers servers;
  private @Nullable OpenServer server;
  private @Nullable PreparedStatement changes;

  @Inject
  public FeedConnection(DatabaseServers servers) {
    this.servers = servers;
  }

  @Override
  public Excerpt after(long position) throws SQLException {
    OpenServer used = server();
    try {
      Excerpt excerpt = read(statement(used), position);
      servers.proven(used);
      return excerpt;
    } catch (SQLException e) {
      servers.failed(used);
      close();
      throw e;
    }
  }

  private static Excerpt read(PreparedStatement statement, long position) throws SQLException {
    statement.setLong(1, position);
    try (ResultSet found = statement.executeQuery()) {
      if (!found.next()) {
        // Nothing says whether the server takes writes, nor how many changes there were.
        throw new SQLException("The table change_counter has no row");
      }
      if (found.getBoolean("read_only")) {
        throw new SQLTransientConnectionException("The database server takes no writes", "25006");
      }
      List<ChangeRow> rows = new ArrayList<>();
      long counted = found.getLong("counted");
      do {
        long at = found.getLong("position");
        if (!found.wasNull()) {
          rows.add(
              new ChangeRow(
                  at,
                  found.getLong("tenant_id"),
                  found.getObject("key_id", Long.class),
                  InstantAsMicros.instant(found.getLong("changed_at"))));
        }
      } while (found.next());
      return new Excerpt(counted, rows);
    }
  }

  private OpenServer server() throws SQLException {
    OpenServer used = server;
    if (used == null) {
      used = servers.open();
      server = used;
    }
    return used;
  }

  private PreparedStatement statement(OpenServer used) throws SQLException {
    PreparedStatement prepared = changes;
    if (prepared == null) {
      prepared = used.connection().prepareStatement(String.format(Locale.ROOT, CHANGES, used.isReadOnly()));
      changes = prepared;
    }
    return prepared;
  }

  /** Closes the connection, if there is one; the next read opens another. */
  @Override
  public void close() {
    OpenServer ending = server;
    server = null;
    changes = null;
    try {
      if (ending != null) {
        ending.connection().close();
      }
    } catch (SQLException e) {
      // The connection is not used again, and the server detects the disconnection.
    }
  }
}
