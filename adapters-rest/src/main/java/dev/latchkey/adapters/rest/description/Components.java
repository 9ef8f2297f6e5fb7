package dev.latchkey.adapters.rest.description;

import dev.latchkey.adapters.rest.kit.input.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Components of the document, which are written once and referenced wherever they are used. */
final class Components {

  private static final String TITLE = "title";

  private final Map<String, Map<String, Object>> schemas = new TreeMap<>();
  private final Map<String, Map<String, Object>> responses = new TreeMap<>();
  private final Map<String, Map<String, Object>> headers = new TreeMap<>();

  /** Returns a schema for use in the document; named schemas are moved to the components. */
  Map<String, Object> schema(Schema schema) {
    return moved(schema.keywords());
  }

  Map<String, Object> header(String name, Map<String, Object> header) {
    return put("headers", headers, name, header);
  }

  Map<String, Object> response(String name, Map<String, Object> response) {
    return put("responses", responses, name, response);
  }

  Map<String, Object> content() {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("schemas", schemas);
    content.put("responses", responses);
    content.put("headers", headers);
    return content;
  }

  private Map<String, Object> moved(Map<?, ?> keywords) {
    Map<String, Object> moved = new LinkedHashMap<>();
    keywords.forEach((keyword, value) -> moved.put((String) keyword, value(value)));
    if (!(moved.get(TITLE) instanceof String name)) {
      return moved;
    }
    moved.remove(TITLE);
    return put("schemas", schemas, name, moved);
  }

  private @Nullable Object value(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> moved(map);
      case List<?> list -> list.stream().map(this::value).toList();
      case null, default -> value;
    };
  }

  private static Map<String, Object> put(
      String kind, Map<String, Map<String, Object>> all, String name, Map<String, Object> content) {
    Map<String, Object> before = all.putIfAbsent(name, content);
    if (before != null && !before.equals(content)) {
      throw new IllegalStateException("Two different " + kind + " are called " + name);
    }
    Map<String, Object> reference = new LinkedHashMap<>();
    reference.put("$ref", "#/components/" + kind + "/" + name);
    return reference;
  }

  /** Returns a map with these members, in this order. */
  static Map<String, Object> map(@Nullable Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }
}
