package dev.latchkey.domain.audit;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The fields that an event changed, by their names in the API; all fields that are set where it created something. */
public record FieldChanges(SortedMap<String, FieldChange> fields) {

  public static final FieldChanges NONE = new FieldChanges(Collections.emptySortedMap());

  public FieldChanges {
    SortedMap<String, FieldChange> inNaturalOrder = new TreeMap<>();
    inNaturalOrder.putAll(fields);
    fields = Collections.unmodifiableSortedMap(inNaturalOrder);
  }

  /** What differs between the fields of a thing before and after. A field that was not there before was not set. */
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
   * Reads the form that {@link #text} writes.
   *
   * @throws IllegalArgumentException where the text has any other form
   */
  public static FieldChanges of(String text) {
    return FieldChangesReader.read(text);
  }

  /**
   * The form that is stored and hashed: JSON (RFC 8259) without white space, members in the order of their names, a
   * reference to another thing as {@code {"$ref":"campaign 123"}}.
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

  /** The names of the fields, separated by commas. */
  public String names() {
    return String.join(", ", fields.keySet());
  }
}
