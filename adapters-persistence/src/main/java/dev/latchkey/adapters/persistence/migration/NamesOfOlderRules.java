package dev.latchkey.adapters.persistence.migration;

import dev.latchkey.adapters.persistence.jdbc.SearchedName;
import dev.latchkey.domain.Name;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * Fills {@link SearchedName} of existing rows. Implemented in Java because the databases cannot normalise to NFC. Can
 * be repeated after an interruption.
 */
final class NamesOfOlderRules implements JavaMigration {

  private static final int AT_ONCE = 1_000;

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("15.1");
  }

  @Override
  public String getDescription() {
    return "names of older rules";
  }

  @Override
  public @Nullable Integer getChecksum() {
    return null;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws SQLException {
    fill(
        context.getConnection(),
        "SELECT id, name FROM tenant WHERE id > ? ORDER BY id LIMIT ?",
        "UPDATE tenant SET searched_name = ? WHERE id = ? AND name = ?");
    fill(
        context.getConnection(),
        "SELECT id, name FROM api_key WHERE id > ? ORDER BY id LIMIT ?",
        "UPDATE api_key SET searched_name = ? WHERE id = ? AND name = ?");
  }

  private static void fill(Connection connection, String select, String update) throws SQLException {
    try (PreparedStatement reading = connection.prepareStatement(select);
        PreparedStatement writing = connection.prepareStatement(update)) {
      Map<Long, String> names = read(reading, Long.MIN_VALUE);
      while (!names.isEmpty()) {
        long last = Long.MIN_VALUE;
        for (Map.Entry<Long, String> row : names.entrySet()) {
          last = row.getKey();
          String searched = SearchedName.of(new Name(row.getValue()));
          if (searched != null) {
            writing.setString(1, searched);
            writing.setLong(2, last);
            // A server that serves meanwhile can have renamed the row.
            writing.setString(3, row.getValue());
            writing.executeUpdate();
          }
        }
        names = read(reading, last);
      }
    }
  }

  private static Map<Long, String> read(PreparedStatement reading, long after) throws SQLException {
    reading.setLong(1, after);
    reading.setInt(2, AT_ONCE);
    Map<Long, String> names = new LinkedHashMap<>();
    try (ResultSet found = reading.executeQuery()) {
      while (found.next()) {
        names.put(found.getLong("id"), found.getString("name"));
      }
    }
    return names;
  }
}
