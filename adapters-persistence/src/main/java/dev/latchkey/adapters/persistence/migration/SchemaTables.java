package dev.latchkey.adapters.persistence.migration;

import dev.latchkey.adapters.persistence.server.UnusableDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The tables and views of the schema of a connection. */
record SchemaTables(Connection connection) {

  private static final int NAMED_AT_MOST = 5;

  boolean exists(String table) throws SQLException {
    return names().contains(table);
  }

  /**
   * Refuses a schema that another program uses.
   *
   * @param history the table that tells that the others are ours
   * @throws UnusableDatabase if there are tables without it
   */
  void refuseForeign(String history) throws SQLException {
    TreeSet<String> foreign = names();
    foreign.remove(MigrationLease.TABLE);
    // Read after the names: another node that migrates at this moment creates its history before its tables.
    if (!foreign.isEmpty() && !exists(history)) {
      throw new UnusableDatabase(
          "The database has tables of another program and none of Latchkey: "
              + foreign.stream().limit(NAMED_AT_MOST).collect(Collectors.joining(", "))
              + ". Create an empty database for Latchkey");
    }
  }

  private TreeSet<String> names() throws SQLException {
    TreeSet<String> names = new TreeSet<>();
    try (ResultSet found = connection.getMetaData()
        .getTables(connection.getCatalog(), connection.getSchema(), "%", null)) {
      while (found.next()) {
        names.add(found.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
      }
    }
    return names;
  }
}
