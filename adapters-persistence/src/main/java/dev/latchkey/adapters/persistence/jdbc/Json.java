package dev.latchkey.adapters.persistence.jdbc;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the JSON documents in columns. Uses its own mapper, so that the settings of the HTTP API do not
 * change stored data.
 */
public final class Json {

  private static final ObjectMapper MAPPER = ObjectMapper.getDefault();
  private static final Argument<Map<String, String>> TEXTS = Argument.mapOf(String.class, String.class);

  private Json() {}

  public static String write(Object document) {
    try {
      return MAPPER.writeValueAsString(document);
    } catch (IOException e) {
      throw new UncheckedIOException("A document cannot be written as JSON", e);
    }
  }

  /** Reads a map of texts; empty where nothing is stored. */
  public static Map<String, String> readTexts(@Nullable String json) {
    if (json == null) {
      return Map.of();
    }
    try {
      return Objects.requireNonNull(MAPPER.readValue(json, TEXTS), "A stored document is null");
    } catch (IOException e) {
      throw new UncheckedIOException("A stored document is not a map of texts", e);
    }
  }

  public static <T> T read(String json, Class<T> type) {
    try {
      return Objects.requireNonNull(MAPPER.readValue(json, type), "A stored document is null");
    } catch (IOException e) {
      throw new UncheckedIOException("A stored document is not a " + type.getSimpleName(), e);
    }
  }
}
