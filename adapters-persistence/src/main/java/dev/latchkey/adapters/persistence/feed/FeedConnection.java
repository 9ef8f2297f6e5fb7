package dev.latchkey.adapters.persistence.feed;

import dev.latchkey.adapters.persistence.cache.CredentialCache;
import dev.latchkey.adapters.persistence.jdbc.InstantAsMicros;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A connection dedicated to the change feed, so that other work cannot delay reading it. Its timeouts equal the
 * validity of the cache. Not thread-safe.
 */
@Singleton
public final class FeedConnection implements ChangeSource {

  static final int MOST_CHANGES = 1_000;

  /** Reads the counter and the changes in one statement, so that both are of the same moment. */
  private static final String CHANGES = """
      SELECT c.position AS counted, f.position, f.tenant_id, f.key_id, f.changed_at
      FROM change_counter c
      LEFT JOIN change_feed f ON f.position > ?
      WHERE c.id = 1
      ORDER BY f.position
      LIMIT\s""" + MOST_CHANGES;

  private final String url;
  private final Properties properties = new Properties();
  private @Nullable Connection connection;
  private @Nullable PreparedStatement changes;

  @Inject
  public FeedConnection(DatasourceConfiguration settings) {
    this.url = settings.getUrl();
    properties.putAll(settings.getDataSourceProperties());
    properties.put("user", settings.getUsername());
    properties.put("password", settings.getPassword());
    if (url.startsWith("jdbc:mysql:")) {
      String millis = Long.toString(CredentialCache.BOUND.toMillis());
      properties.put("connectTimeout", millis);
      properties.put("socketTimeout", millis);
    }
  }

  @Override
  public Excerpt after(long position) throws SQLException {
    try {
      return read(statement(), position);
    } catch (SQLException e) {
      close();
      throw e;
    }
  }

  private static Excerpt read(PreparedStatement statement, long position) throws SQLException {
    statement.setLong(1, position);
    try (ResultSet found = statement.executeQuery()) {
      List<ChangeRow> rows = new ArrayList<>();
      long counted = 0;
      while (found.next()) {
        counted = found.getLong("counted");
        long at = found.getLong("position");
        if (!found.wasNull()) {
          rows.add(
              new ChangeRow(
                  at,
                  found.getLong("tenant_id"),
                  found.getObject("key_id", Long.class),
                  InstantAsMicros.instant(found.getLong("changed_at"))));
        }
      }
      return new Excerpt(counted, rows);
    }
  }

  private PreparedStatement statement() throws SQLException {
    if (connection == null || changes == null) {
      connection = DriverManager.getConnection(url, properties);
      changes = connection.prepareStatement(CHANGES);
    }
    return changes;
  }

  /** Closes the connection, if there is one; the next read opens another. */
  @Override
  public void close() {
    Connection ending = connection;
    connection = null;
    changes = null;
    try {
      if (ending != null) {
        ending.close();
      }
    } catch (SQLException e) {
      // The connection is not used again, and the server detects the disconnection.
    }
  }
}
