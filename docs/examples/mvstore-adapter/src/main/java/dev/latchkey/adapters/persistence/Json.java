package dev.latchkey.adapters.persistence;

import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Reads and writes JSON. Uses its own mapper, so that the settings of the HTTP API do not change stored data. */
final class Json {

  private static final ObjectMapper MAPPER = ObjectMapper.getDefault();

  private Json() {}

  static String write(Object document) {
    try {
      return MAPPER.writeValueAsString(document);
    } catch (IOException e) {
      throw new UncheckedIOException("A document cannot be written as JSON", e);
    }
  }

  static <T> T read(String json, Class<T> type) {
    try {
      return Objects.requireNonNull(MAPPER.readValue(json, type), "A stored document is null");
    } catch (IOException e) {
      throw new UncheckedIOException("A stored document is not a " + type.getSimpleName(), e);
    }
  }
}
