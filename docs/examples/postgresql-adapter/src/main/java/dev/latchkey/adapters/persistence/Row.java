package dev.latchkey.adapters.persistence;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A row that was found.
 *
 * @param prefix stands before the name of every column
 */
record Row(ResultSet found, String prefix) {

  /** The columns of another table in the same row. */
  Row under(String otherPrefix) {
    return new Row(found, otherPrefix);
  }

  <T> Optional<T> perhaps(String column, Class<T> type) throws SQLException {
    return Optional.ofNullable(found.getObject(prefix + column, type));
  }

  <T> T the(String column, Class<T> type) throws SQLException {
    return perhaps(column, type).orElseThrow();
  }

  long number(String column) throws SQLException {
    return the(column, Long.class);
  }

  OptionalInt perhapsInt(String column) throws SQLException {
    return perhaps(column, Integer.class).map(OptionalInt::of).orElseGet(OptionalInt::empty);
  }

  boolean flag(String column) throws SQLException {
    return the(column, Boolean.class);
  }

  String text(String column) throws SQLException {
    return the(column, String.class);
  }

  Optional<String> perhapsText(String column) throws SQLException {
    return perhaps(column, String.class);
  }

  <E extends Enum<E>> E word(String column, Class<E> type) throws SQLException {
    return Enum.valueOf(type, text(column));
  }

  Instant moment(String column) throws SQLException {
    return perhapsMoment(column).orElseThrow();
  }

  Optional<Instant> perhapsMoment(String column) throws SQLException {
    return perhaps(column, OffsetDateTime.class).map(OffsetDateTime::toInstant);
  }

  byte[] bytes(String column) throws SQLException {
    return the(column, byte[].class);
  }

  Optional<String> perhapsUtf8(String column) throws SQLException {
    return perhaps(column, byte[].class).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  List<String> texts(String column) throws SQLException {
    return List.of((String[]) the(column, Array.class).getArray());
  }

  List<String> utf8s(String column) throws SQLException {
    byte[][] all = (byte[][]) the(column, Array.class).getArray();
    return Arrays.stream(all).map(bytes -> new String(bytes, StandardCharsets.UTF_8)).toList();
  }
}
