package dev.latchkey.adapters.rest.field;

import dev.latchkey.adapters.rest.kit.input.FieldDecoder;
import dev.latchkey.adapters.rest.kit.input.JsonObjectReader;
import dev.latchkey.domain.FieldUpdate;
import java.util.Optional;

/** Reader of the members of an object that update the fields of a record. */
public record UpdateReader(JsonObjectReader object) {

  /** Reads a member that may set a field, but not clear it. */
  public <T> FieldUpdate<T> settable(String name, FieldDecoder<T> decoder) {
    return object.given(name, decoder).map(FieldUpdate::to).orElseGet(FieldUpdate::keep);
  }

  /** Reads a member that may set a field, or clear it with null. */
  public <T> FieldUpdate<Optional<T>> clearable(String name, FieldDecoder<T> decoder) {
    return object.isNull(name)
        ? FieldUpdate.to(Optional.empty())
        : object.optional(name, decoder).map(value -> FieldUpdate.to(Optional.of(value))).orElseGet(FieldUpdate::keep);
  }
}
