package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.out.ForAuthenticatingTheTrail;
import dev.latchkey.domain.id.Id;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * SQL on one connection. Values of the domain are given as they are.
 *
 * @param macs makes the MACs of the audit events that are written together with a change
 */
record Statements(Connection connection, ForAuthenticatingTheTrail macs) {

  interface Reading<T> {
    T of(Row row) throws SQLException;
  }

  <T> List<T> all(String sql, Reading<T> reading, Object... values) throws SQLException {
    try (PreparedStatement statement = prepared(sql, List.of(values)); ResultSet found = statement.executeQuery()) {
      List<T> read = new ArrayList<>();
      while (found.next()) {
        read.add(reading.of(new Row(found, "")));
      }
      return read;
    }
  }

  <T> Optional<T> one(String sql, Reading<T> reading, Object... values) throws SQLException {
    return all(sql, reading, values).stream().findFirst();
  }

  /** Returns how many rows it changed. */
  int change(String sql, Object... values) throws SQLException {
    return change(sql, List.of(values));
  }

  private int change(String sql, List<Object> values) throws SQLException {
    try (PreparedStatement statement = prepared(sql, values)) {
      return statement.executeUpdate();
    }
  }

  /** Changes once for each list of values, in one round trip; returns how many rows each of them changed. */
  int[] changeEach(String sql, List<List<Object>> each) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (List<Object> values : each) {
        bind(statement, values);
        statement.addBatch();
      }
      return statement.executeBatch();
    }
  }

  void insert(String table, Columns columns) throws SQLException {
    change(insertion(table, columns), columns.values());
  }

  static String insertion(String table, Columns columns) {
    String marks = columns.names().stream().map(_ -> "?").collect(Collectors.joining(", "));
    return "INSERT INTO " + table + " (" + String.join(", ", columns.names()) + ") VALUES (" + marks + ")";
  }

  /** Replaces the row whose version is one less; returns whether there was one. */
  boolean replace(String table, Columns columns, Id tenant, Id id, long version) throws SQLException {
    List<Object> values = new ArrayList<>(columns.values());
    values.addAll(List.of(tenant, id, version - 1));
    return change(
        "UPDATE " + table + " SET " + columns.assignments() + " WHERE tenant_id = ? AND id = ? AND version = ?",
        values) == 1;
  }

  private PreparedStatement prepared(String sql, List<Object> values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    bind(statement, values);
    return statement;
  }

  private static void bind(PreparedStatement statement, List<Object> values) throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(i + 1, stored(values.get(i)));
    }
  }

  private static @Nullable Object stored(Object value) {
    return switch (value) {
      case Optional<?> perhaps -> perhaps.isPresent() ? stored(perhaps.get()) : null;
      case OptionalInt perhaps -> perhaps.isPresent() ? perhaps.getAsInt() : null;
      case Id id -> id.value();
      case Enum<?> word -> word.name();
      case Instant moment -> moment.atOffset(ZoneOffset.UTC);
      default -> value;
    };
  }
}
