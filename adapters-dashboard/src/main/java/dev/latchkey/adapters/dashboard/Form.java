package dev.latchkey.adapters.dashboard;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of a posted form. May hold a password, so it shows none of them. */
final class Form {

  // More than any page has. The body is bounded, and fields beyond these count as not sent.
  private static final int MOST_FIELDS = 5_000;

  private final Map<String, List<String>> fields;

  private Form(Map<String, List<String>> fields) {
    this.fields = fields;
  }

  /** Reads a body of the type application/x-www-form-urlencoded; empty where it is none. */
  static Optional<Form> read(String body) {
    try {
      return Optional.of(
          new Form(new QueryStringDecoder(body, StandardCharsets.UTF_8, false, MOST_FIELDS).parameters()));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /** The value of a field; empty where it was not sent exactly once. */
  Optional<String> field(String name) {
    List<String> values = fields.getOrDefault(name, List.of());
    return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
  }

  /** The values of a field that can be sent more than once. */
  List<String> all(String name) {
    return fields.getOrDefault(name, List.of());
  }

  /** The value of a field without the space around it; the empty text where it was not sent exactly once. */
  String text(String name) {
    return field(name).orElse("").strip();
  }

  @Override
  public String toString() {
    return "Form[…]";
  }
}
