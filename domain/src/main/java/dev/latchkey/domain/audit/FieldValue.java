package dev.latchkey.domain.audit;

import dev.latchkey.domain.id.Id;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The value of a field in the audit trail. It never contains a secret. */
public sealed interface FieldValue {

  /** The value of a field that is not set. */
  FieldValue NONE = new None();

  record None() implements FieldValue {}

  record Text(String value) implements FieldValue {}

  record Whole(long value) implements FieldValue {}

  record Flag(boolean value) implements FieldValue {}

  /** A reference to another entity, by id. */
  record Reference(Id id) implements FieldValue {}

  record Items(List<FieldValue> values) implements FieldValue {
    public Items {
      values = List.copyOf(values);
    }
  }

  record Members(SortedMap<String, FieldValue> values) implements FieldValue {
    public Members {
      SortedMap<String, FieldValue> inNaturalOrder = new TreeMap<>();
      inNaturalOrder.putAll(values);
      values = Collections.unmodifiableSortedMap(inNaturalOrder);
    }
  }
}
