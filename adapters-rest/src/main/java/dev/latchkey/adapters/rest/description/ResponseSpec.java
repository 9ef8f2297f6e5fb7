package dev.latchkey.adapters.rest.description;

import static java.util.Map.entry;

import dev.latchkey.adapters.rest.kit.answer.Listing;
import dev.latchkey.adapters.rest.kit.answer.Results;
import dev.latchkey.adapters.rest.kit.answer.Success;
import dev.latchkey.adapters.rest.kit.input.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A response of an operation that succeeds. */
public record ResponseSpec(int status, String description, Optional<Content> content) {

  static final String JSON = "application/json";

  /**
   * The body of a response.
   *
   * @param example value that the server would write; empty if the schema is enough
   */
  record Content(String type, Schema schema, Optional<Object> example) {}

  /** A response without a body. */
  public static ResponseSpec empty(int status, String description) {
    return new ResponseSpec(status, description, Optional.empty());
  }

  /** A response without an envelope. */
  public static ResponseSpec plain(int status, String type, Schema schema, String description) {
    return new ResponseSpec(status, description, Optional.of(new Content(type, schema, Optional.empty())));
  }

  static ResponseSpec success(int status, Object data) {
    Schema schema = envelope(entry("data", Records.schema(data.getClass())));
    return json(status, status == 201 ? "Created." : "Success.", schema, Success.of(data));
  }

  static ResponseSpec success(int status, String message) {
    return json(status, message + ".", envelope(entry("message", constant(message))), Success.withMessage(message));
  }

  static ResponseSpec success(int status, String message, Object data) {
    Schema schema = envelope(entry("message", constant(message)), entry("data", Records.schema(data.getClass())));
    return json(status, message + ".", schema, Success.withMessage(message, data));
  }

  static ResponseSpec results(String message, Object result) {
    Schema results = Schema.array(Records.schema(result.getClass()));
    Schema schema = envelope(entry("message", constant(message)), entry("results", results));
    return json(200, message + ".", schema, Results.withMessage(message, List.of(result)));
  }

  static ResponseSpec listing(Object item) {
    Schema schema = envelope(
        entry("data", Schema.array(Records.schema(item.getClass()))),
        entry("next_cursor",
            Schema.ofType("string").orNull().saying("The cursor of the next page; null on the last page.")));
    Listing example = Listing.of(List.of(item), OptionalLong.empty());
    return json(200, "One page of the list.", schema, example);
  }

  private static ResponseSpec json(int status, String description, Schema schema, Object example) {
    return new ResponseSpec(status, description, Optional.of(new Content(JSON, schema, Optional.of(example))));
  }

  @SafeVarargs
  private static Schema envelope(Map.Entry<String, Schema>... content) {
    Map<String, Schema> members = new LinkedHashMap<>();
    members.put("status", constant("success"));
    for (Map.Entry<String, Schema> member : content) {
      members.put(member.getKey(), member.getValue());
    }
    return Schema.object(members, List.copyOf(members.keySet()));
  }

  private static Schema constant(String text) {
    return Schema.ofType("string").with("const", text);
  }
}
