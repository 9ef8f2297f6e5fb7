package dev.latchkey.adapters.rest.kit.input;

import io.micronaut.json.tree.JsonNode;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A decoder with the schema of the values that it accepts.
 *
 * @param words evaluated only when a description is written, when all constants that it uses are initialised
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
