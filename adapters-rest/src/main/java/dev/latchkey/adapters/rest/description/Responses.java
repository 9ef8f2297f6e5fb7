package dev.latchkey.adapters.rest.description;

import static dev.latchkey.adapters.rest.description.Components.map;

import dev.latchkey.adapters.rest.kit.answer.Problem;
import dev.latchkey.adapters.rest.kit.answer.ProblemType;
import dev.latchkey.adapters.rest.kit.input.Schema;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All responses of an operation: those of success, and every problem. */
record Responses(Components components) {

  private static final String PROBLEM_JSON = "application/problem+json";

  /** The highest number of codes that the name of a shared response lists. */
  private static final int FEW = 2;

  /** Returns the responses by status. */
  Map<String, Object> of(Operation operation, Credentials credentials) {
    Map<String, Map<String, Object>> responses = new TreeMap<>();
    for (ResponseSpec spec : operation.responses()) {
      Map<String, Object> response = response(spec, headers(operation, credentials));
      // Merges responses with the same status and different content types.
      responses.merge(Integer.toString(spec.status()), response, Responses::merged);
    }
    Map<Integer, List<ProblemType>> byStatus = operation.problems(credentials).stream()
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

  private Map<String, Object> response(ResponseSpec spec, Headers headers) {
    Map<String, Object> response = map("description", spec.description(), "headers", headers.content());
    spec.content().ifPresent(content -> {
      Map<String, Object> media = map("schema", components.schema(content.schema()));
      content.example().ifPresent(example -> media.put("example", example));
      response.put("content", map(content.type(), media));
    });
    return response;
  }

  /** Returns the headers of a successful response. Headers that a replayed response may lack are optional. */
  private Headers headers(Operation operation, Credentials credentials) {
    Headers headers = new Headers(components);
    if (!credentials.security().isEmpty()) {
      headers.always("Cache-Control");
    }
    if (credentials.problems().contains(ProblemType.RATE_LIMITED)) {
      headers.ifAny("RateLimit-Policy").ifAny("RateLimit");
    }
    if (operation.isRepeatable()) {
      headers.ifAny("Idempotent-Replayed");
    }
    if (operation.isTagged()) {
      return operation.isRepeatable() ? headers.ifAny("ETag") : headers.always("ETag");
    }
    return headers;
  }

  private Map<String, Object> problem(int status, List<ProblemType> types) {
    List<String> codes = types.stream().map(ProblemType::code).toList();
    Map<String, Object> own = map(
        "properties", map(
            "status", Schema.ofType("integer").with("const", status).keywords(),
            "code", Schema.ofType("string").with("enum", codes).keywords()),
        "required", status == 400
            ? List.of("status", "code", "request_id", "errors")
            : List.of("status", "code", "request_id"));
    Schema problem = Schema.ANYTHING.with("allOf", List.of(problemSchema().keywords(), own))
        .named(name(types) + "Problem");
    return map(
        "description", types.stream().map(Responses::explained).collect(Collectors.joining("\n")),
        "headers", problemHeaders(status, types).content(),
        "content", map(PROBLEM_JSON, map("schema", components.schema(problem))));
  }

  private static String explained(ProblemType type) {
    return "- `" + type.code() + "`: " + type.meaning();
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

  private static Map<String, Object> inside(Map<String, Object> outer, String name) {
    Map<String, Object> inside = new LinkedHashMap<>();
    if (outer.get(name) instanceof Map<?, ?> content) {
      content.forEach((member, value) -> inside.put((String) member, value));
    }
    return inside;
  }
}
