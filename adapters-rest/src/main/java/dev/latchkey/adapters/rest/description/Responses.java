package dev.latchkey.adapters.rest.description;

import static dev.latchkey.adapters.rest.description.Components.map;

import dev.latchkey.adapters.rest.access.Requirement;
import dev.latchkey.adapters.rest.kit.answer.Listing;
import dev.latchkey.adapters.rest.kit.answer.Problem;
import dev.latchkey.adapters.rest.kit.answer.ProblemText;
import dev.latchkey.adapters.rest.kit.answer.ProblemType;
import dev.latchkey.adapters.rest.kit.answer.Results;
import dev.latchkey.adapters.rest.kit.answer.Success;
import dev.latchkey.adapters.rest.kit.input.Schema;
import dev.latchkey.domain.Page;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All responses of an operation: those of success, and every problem. */
record Responses(Components components, ExampleJson examples) {

  private static final String JSON = "application/json";
  private static final String PROBLEM_JSON = "application/problem+json";

  /** The highest number of codes that the name of a shared response lists. */
  private static final int FEW = 2;

  /** Returns the responses by status. */
  Map<String, Object> of(Operation operation, Requirement requirement) {
    Map<String, Map<String, Object>> responses = new TreeMap<>();
    for (ResponseSpec spec : operation.responses()) {
      Map<String, Object> response = response(operation, requirement, spec);
      // Merges responses with the same status and different content types.
      responses.merge(Integer.toString(spec.status()), response, Responses::merged);
    }
    Map<Integer, List<ProblemType>> byStatus = operation.problems(requirement).stream()
        .collect(Collectors.groupingBy(type -> type.status().getCode(), TreeMap::new, Collectors.toList()));
    byStatus.forEach(
        (status, types) -> responses.merge(Integer.toString(status), problem(status, types, responses),
            Responses::merged));
    return new LinkedHashMap<>(responses);
  }

  /**
   * Returns the response for the problems with a status. It becomes a shared component only if no successful response
   * has that status.
   */
  private Map<String, Object> problem(
      int status, List<ProblemType> types, Map<String, Map<String, Object>> successes) {
    Map<String, Object> problem = problem(status, types);
    return successes.containsKey(Integer.toString(status)) ? problem : components.response(name(types), problem);
  }

  private static Map<String, Object> merged(Map<String, Object> one, Map<String, Object> other) {
    Map<String, Object> merged = new LinkedHashMap<>(one);
    merged.put("description", one.get("description") + " " + other.get("description"));
    for (String part : List.of("headers", "content")) {
      Map<String, Object> both = inside(one, part);
      both.putAll(inside(other, part));
      merged.put(part, both);
    }
    return merged;
  }

  private Map<String, Object> response(Operation operation, Requirement requirement, ResponseSpec spec) {
    return switch (spec) {
      case ResponseSpec.Success success -> map(
          "description", success.message().orElse(success.status() == 201 ? "Created" : "Success") + ".",
          "headers", headers(operation, requirement).content(),
          "content", map(JSON, map("schema", components.schema(envelope(success)), "example", example(success))));
      case ResponseSpec.Listing(Object item) -> map(
          "description", "One page of the list.",
          "headers", headers(requirement).content(),
          "content", map(JSON, map("schema", components.schema(listing(item)), "example", example(item))));
      case ResponseSpec.Results(String message, Object result) -> map(
          "description", message + ".",
          "headers", headers(requirement).content(),
          "content", map(JSON, map(
              "schema", components.schema(results(message, result)),
              "example", examples.written(Results.withMessage(message, List.of(result))))));
      case ResponseSpec.Nothing(int _, String description) -> map(
          "description", description, "headers", headers(requirement).content());
      case ResponseSpec.Plain(int _, String type, Schema schema, String description) -> map(
          "description", description,
          "headers", headers(requirement).content(),
          "content", map(type, map("schema", components.schema(schema))));
    };
  }

  private Headers headers(Requirement requirement) {
    Headers headers = new Headers(components);
    return switch (requirement) {
      case Requirement.AnyKey() -> headers.always("Cache-Control").ifAny("RateLimit-Policy").ifAny("RateLimit");
      case Requirement.KeyWith _ -> headers.always("Cache-Control").ifAny("RateLimit-Policy").ifAny("RateLimit");
      case Requirement.Nothing() -> headers;
      case Requirement.OperatorToken() -> headers.always("Cache-Control");
      case Requirement.Unstated() -> headers;
    };
  }

  /** Returns the headers of a successful response. Headers that a replayed response may lack are optional. */
  private Headers headers(Operation operation, Requirement requirement) {
    Headers headers = headers(requirement);
    if (operation.isRepeatable()) {
      headers.ifAny("Idempotent-Replayed");
    }
    if (operation.isTagged()) {
      return operation.isRepeatable() ? headers.ifAny("ETag") : headers.always("ETag");
    }
    return headers;
  }

  private static Schema envelope(ResponseSpec.Success success) {
    Map<String, Schema> members = new LinkedHashMap<>();
    members.put("status", Schema.ofType("string").with("const", "success"));
    success.message().ifPresent(message -> members.put("message", Schema.ofType("string").with("const", message)));
    success.data().ifPresent(data -> members.put("data", Records.schema(data.getClass())));
    return Schema.object(members, List.copyOf(members.keySet()));
  }

  private static Schema listing(Object item) {
    Map<String, Schema> members = new LinkedHashMap<>();
    members.put("status", Schema.ofType("string").with("const", "success"));
    members.put("data", Schema.array(Records.schema(item.getClass())));
    members.put(
        "next_cursor", Schema.ofType("string").orNull().saying("The cursor of the next page; null on the last page."));
    return Schema.object(members, List.copyOf(members.keySet()));
  }

  private static Schema results(String message, Object result) {
    Map<String, Schema> members = new LinkedHashMap<>();
    members.put("status", Schema.ofType("string").with("const", "success"));
    members.put("message", Schema.ofType("string").with("const", message));
    members.put("results", Schema.array(Records.schema(result.getClass())));
    return Schema.object(members, List.copyOf(members.keySet()));
  }

  private @Nullable Object example(ResponseSpec.Success success) {
    return examples.written(success.message()
        .map(message -> success.data()
            .map(data -> Success.withMessage(message, data))
            .orElseGet(() -> Success.withMessage(message)))
        .orElseGet(() -> Success.of(success.data().orElseThrow())));
  }

  private @Nullable Object example(Object item) {
    return examples.written(Listing.of(new Page<>(List.of(item), OptionalLong.empty())));
  }

  private Map<String, Object> problem(int status, List<ProblemType> types) {
    List<String> codes = types.stream().map(ProblemType::code).toList();
    Schema narrowed = Schema.object(
        ordered("status", Schema.ofType("integer").with("const", status),
            "code", Schema.ofType("string").with("enum", codes)),
        status == 400
            ? List.of("status", "code", "request_id", "errors")
            : List.of("status", "code", "request_id"));
    Map<String, Object> own = new LinkedHashMap<>(narrowed.keywords());
    own.remove("type");
    Schema problem = Schema.ANYTHING.with("allOf", List.of(problemSchema().keywords(), own))
        .named(name(types) + "Problem");
    return map(
        "description", types.stream().map(Responses::explained).collect(Collectors.joining("\n")),
        "headers", problemHeaders(status, types).content(),
        "content", map(PROBLEM_JSON, map("schema", components.schema(problem))));
  }

  private static String explained(ProblemType type) {
    return "- `" + type.code() + "`: " + ProblemText.of(type).meaning();
  }

  private Headers problemHeaders(int status, List<ProblemType> types) {
    Headers headers = new Headers(components);
    return switch (status) {
      case 401 -> headers.always("WWW-Authenticate");
      case 403 -> types.contains(ProblemType.PERMISSION_MISSING) ? headers.ifAny("WWW-Authenticate") : headers;
      case 429 -> types.contains(ProblemType.RATE_LIMITED)
          ? headers.always("Retry-After").ifAny("RateLimit-Policy").ifAny("RateLimit")
          : headers.always("Retry-After");
      case 503 -> headers.always("Retry-After");
      default -> headers;
    };
  }

  private static Schema problemSchema() {
    Schema record = Records.schema(Problem.class);
    Map<String, Object> keywords = new LinkedHashMap<>(record.keywords());
    Map<String, Object> members = inside(keywords, "properties");
    List<String> codes = Arrays.stream(ProblemType.values()).map(ProblemType::code).toList();
    members.put("code", Schema.ofType("string").with("enum", codes).keywords());
    keywords.put("properties", members);
    return new Schema(keywords);
  }

  /** Lists a few codes by name; of more, the first, the last and their number. */
  private static String name(List<ProblemType> types) {
    List<String> names = types.stream().map(Responses::capitalised).toList();
    return names.size() <= FEW
        ? String.join("Or", names)
        : names.getFirst() + "To" + names.getLast() + names.size();
  }

  private static String capitalised(ProblemType type) {
    return Arrays.stream(type.code().split("_", -1))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }

  private static Map<String, Schema> ordered(String first, Schema one, String second, Schema other) {
    Map<String, Schema> members = new LinkedHashMap<>();
    members.put(first, one);
    members.put(second, other);
    return members;
  }

  private static Map<String, Object> inside(Map<String, Object> outer, String name) {
    Map<String, Object> inside = new LinkedHashMap<>();
    if (outer.get(name) instanceof Map<?, ?> content) {
      content.forEach((member, value) -> inside.put((String) member, value));
    }
    return inside;
  }
}
