package dev.latchkey.adapters.rest.description;

import dev.latchkey.adapters.rest.kit.input.Schema;
import java.util.LinkedHashMap;
import java.util.Map;

/** Headers of responses. A header that is not always present has a component of its own. */
final class Headers {

  private static final Map<String, String> MEANINGS = Map.of(
      "X-Request-Id", "The sender's name for the request where it is fit for a log, or else a new one.",
      "WWW-Authenticate", "The challenge of RFC 6750; with the scope, where a permission is missing.",
      "Retry-After", "After how many seconds trying again may help.",
      "RateLimit-Policy", "The rate limit of the key, where it has one.",
      "RateLimit", "What is left of the key's rate limit, where it has one.",
      "ETag", "The version of the record, for If-Match.",
      "Cache-Control", "no-store: the answer is for the caller alone.",
      "Idempotent-Replayed", "true, where the answer is told again for the same Idempotency-Key.",
      "Content-Security-Policy", "Nothing is loaded from elsewhere.");

  private final Components components;
  private final Map<String, Object> all = new LinkedHashMap<>();

  Headers(Components components) {
    this.components = components;
    always("X-Request-Id");
  }

  Headers always(String name) {
    return add(name, name, true);
  }

  Headers ifAny(String name) {
    return add(name, name + ".ifAny", false);
  }

  Map<String, Object> content() {
    return all;
  }

  private Headers add(String name, String key, boolean required) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("description", MEANINGS.getOrDefault(name, ""));
    header.put("required", required);
    header.put("schema", components.schema(Schema.ofType("string")));
    all.put(name, components.header(key, header));
    return this;
  }
}
