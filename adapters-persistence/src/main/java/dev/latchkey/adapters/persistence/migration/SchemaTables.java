package dev.latchkey.adapters.persistence.migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** The tables and views of the schema of a connection. */
record SchemaTables(Connection connection) {

  boolean exists(String table) throws SQLException {
    return names().contains(table);
  }

  /**
   * Returns the tables and views of another program, sorted; none if there are tables of ours.
   *
   * @param history the table that tells that the others are ours
   */
  List<String> foreign(String history) throws SQLException {
    TreeSet<String> others = names();
    others.remove(MigrationLease.TABLE);
    // Read after the names: another node that migrates at this moment creates its history before its tables.
    return others.isEmpty() || exists(history) ? List.of() : List.copyOf(others);
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
