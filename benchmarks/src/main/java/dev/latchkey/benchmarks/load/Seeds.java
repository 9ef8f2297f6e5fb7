package dev.latchkey.benchmarks.load;

import java.sql.Clob;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/** Many rows like one that is there: made through the ports once, and copied behind their back, as a million would take hours. */
final class Seeds {

  private static final int ROWS_AT_ONCE = 1000;

  private Seeds() {}

  /** Copies the row of that id so often, with other values in some columns, the same ones each time. */
  static void copy(Connection connection, String table, long id, int copies, IntFunction<Map<String, Object>> other)
      throws SQLException {
    List<String> columns = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    read(connection, table, id, columns, values);
    connection.setAutoCommit(false);
    for (int made = 0; made < copies; made += ROWS_AT_ONCE) {
      insert(connection, table, columns, values, made, Math.min(ROWS_AT_ONCE, copies - made), other);
      connection.commit();
    }
    connection.setAutoCommit(true);
  }

  private static void read(Connection connection, String table, long id, List<String> columns, List<Object> values)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT * FROM " + table + " WHERE id = " + id)) {
      row.next();
      Set<String> computed = computed(connection, table);
      for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
        String column = row.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT);
        if (!computed.contains(column)) {
          columns.add(column);
          values.add(row.getObject(i) instanceof Clob ? row.getString(i) : row.getObject(i));
        }
      }
    }
  }

  /** The columns that the database fills in itself. */
  private static Set<String> computed(Connection connection, String table) throws SQLException {
    Set<String> computed = new HashSet<>();
    try (ResultSet columns = connection.getMetaData().getColumns(connection.getCatalog(), null, table, "%")) {
      while (columns.next()) {
        if ("YES".equals(columns.getString("IS_GENERATEDCOLUMN"))) {
          computed.add(columns.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
        }
      }
    }
    return computed;
  }

  private static void insert(
      Connection connection,
      String table,
      List<String> columns,
      List<Object> values,
      int first,
      int rows,
      IntFunction<Map<String, Object>> other) throws SQLException {
    String row = "(" + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
    String sql = "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES "
        + String.join(", ", Collections.nCopies(rows, row));
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int parameter = 1;
      for (int i = first; i < first + rows; i++) {
        Map<String, Object> others = other.apply(i);
        for (int column = 0; column < columns.size(); column++) {
          String name = columns.get(column);
          statement.setObject(parameter++, others.containsKey(name) ? others.get(name) : values.get(column));
        }
      }
      statement.executeUpdate();
    }
  }
}
