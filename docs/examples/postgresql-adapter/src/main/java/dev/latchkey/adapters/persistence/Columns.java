package dev.latchkey.adapters.persistence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** A row to be written. */
final class Columns {

  private final SequencedMap<String, Object> values = new LinkedHashMap<>();

  Columns with(String name, Object value) {
    values.put(name, value);
    return this;
  }

  Columns without(String name) {
    values.remove(name);
    return this;
  }

  List<String> names() {
    return List.copyOf(values.keySet());
  }

  List<Object> values() {
    return List.copyOf(values.values());
  }

  String assignments() {
    return values.keySet().stream().map(name -> name + " = ?").collect(Collectors.joining(", "));
  }
}
