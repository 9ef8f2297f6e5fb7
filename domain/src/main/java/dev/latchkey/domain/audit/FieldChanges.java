package dev.latchkey.domain.audit;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The fields that an event changed, by their names in the API. An event that created something lists all fields that
 * are set.
 */
public record FieldChanges(SortedMap<String, FieldChange> fields) {

  public static final FieldChanges NONE = new FieldChanges(Collections.emptySortedMap());

  public FieldChanges {
    SortedMap<String, FieldChange> inNaturalOrder = new TreeMap<>();
    inNaturalOrder.putAll(fields);
    fields = Collections.unmodifiableSortedMap(inNaturalOrder);
  }

  /** Returns the differences between the fields before and after. A field that is missing before counts as not set. */
  public static FieldChanges between(Map<String, FieldValue> before, Map<String, FieldValue> after) {
    SortedMap<String, FieldChange> fields = new TreeMap<>();
    after.forEach((name, to) -> {
      FieldValue from = before.getOrDefault(name, FieldValue.NONE);
      if (!from.equals(to)) {
        fields.put(name, new FieldChange(from, to));
      }
    });
    return new FieldChanges(fields);
  }

  /**
   * Parses the form that {@link #text} writes.
   *
   * @throws IllegalArgumentException if the text has any other form
   */
  public static FieldChanges of(String text) {
    return FieldChangesReader.read(text);
  }

  /**
   * Returns the form that is stored and hashed: JSON (RFC 8259) without white space, members sorted by name, a
   * reference as {@code {"$ref":"campaign 123"}}.
   */
  public String text() {
    SortedMap<String, FieldValue> all = new TreeMap<>();
    fields.forEach((name, change) -> all.put(
        name, new FieldValue.Members(new TreeMap<>(Map.of("from", change.from(), "to", change.to())))));
    return FieldValueText.of(new FieldValue.Members(all));
  }

  public boolean isEmpty() {
    return fields.isEmpty();
  }

  /** Returns the names of the fields, separated by commas. */
  public String names() {
    return String.join(", ", fields.keySet());
  }
}
