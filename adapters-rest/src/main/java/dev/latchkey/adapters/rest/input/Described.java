package dev.latchkey.adapters.rest.input;

import io.micronaut.json.tree.JsonNode;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A way of reading together with what it takes.
 *
 * @param words asked for only when a description is written, by when all that they speak of exists
 */
record Described<T>(Kind<T> reading, Supplier<Schema> words) implements Kind<T> {

  @Override
  public Optional<T> read(JsonNode value, Place place) {
    return reading.read(value, place);
  }

  @Override
  public Schema schema() {
    return words.get();
  }
}
