package dev.latchkey.adapters.rest.description;

import dev.latchkey.adapters.rest.kit.input.Schema;
import java.util.LinkedHashMap;
import java.util.Map;

/** Headers of responses. A header that is not always present has a component of its own. */
final class Headers {

  private static final Map<String, String> MEANINGS = Map.of(
      "X-Request-Id",
      "The id of the request. The client's value if it matches `^[A-Za-z0-9._-]{1,64}$`, otherwise a new one.",
      "WWW-Authenticate", "The challenge of RFC 6750. Contains the required scope if a permission is missing.",
      "Retry-After", "The number of seconds to wait before a retry.",
      "RateLimit-Policy", "The rate limit of the API key. Absent if the key has none.",
      "RateLimit", "The remaining requests within the API key's rate limit. Absent if the key has none.",
      "ETag", "The version of the record, for use in If-Match.",
      "Cache-Control", "Always `no-store`, as the response is for the caller only.",
      "Idempotent-Replayed", "Set to `true` if the response is a replay for the same Idempotency-Key.");

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
