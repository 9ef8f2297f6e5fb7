package dev.latchkey.adapters.rest.description;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Examples as plain data.
 *
 * @param json mapper that writes the server's responses
 */
record ExampleJson(JsonMapper json) {

  /** Returns the example as the server would write it. */
  @Nullable
  Object written(Object answer) {
    try {
      return read(json.writeValueAsString(answer));
    } catch (IOException unwritable) {
      throw new UncheckedIOException("What is told can be written", unwritable);
    }
  }

  @Nullable
  Object read(String text) {
    try {
      return plain(Objects.requireNonNull(json.readValue(text, JsonNode.class)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("An example is JSON: " + text, unreadable);
    }
  }

  private static @Nullable Object plain(JsonNode node) {
    if (node.isObject()) {
      Map<String, @Nullable Object> members = new LinkedHashMap<>();
      node.entries().forEach(member -> members.put(member.getKey(), plain(member.getValue())));
      return members;
    }
    if (node.isArray()) {
      List<@Nullable Object> items = new ArrayList<>();
      node.values().forEach(item -> items.add(plain(item)));
      return items;
    }
    return node.getValue();
  }
}
