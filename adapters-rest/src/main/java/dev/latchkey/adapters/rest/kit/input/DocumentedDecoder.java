package dev.latchkey.adapters.rest.kit.input;

import io.micronaut.json.tree.JsonNode;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A way of reading together with what it takes.
 *
 * @param words asked for only when a description is written, by when all that they speak of exists
 */
record DocumentedDecoder<T>(FieldDecoder<T> reading, Supplier<Schema> words) implements FieldDecoder<T> {

  @Override
  public Optional<T> read(JsonNode value, JsonPath place) {
    return reading.read(value, place);
  }

  @Override
  public Schema schema() {
    return words.get();
  }
}
