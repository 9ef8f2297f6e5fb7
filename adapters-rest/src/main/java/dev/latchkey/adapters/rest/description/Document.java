package dev.latchkey.adapters.rest.description;

import dev.latchkey.adapters.rest.access.Requirement;
import dev.latchkey.adapters.rest.answer.Explanation;
import dev.latchkey.adapters.rest.answer.Problem;
import dev.latchkey.adapters.rest.answer.ProblemType;
import dev.latchkey.adapters.rest.answer.Results;
import dev.latchkey.adapters.rest.answer.ShownOnce;
import dev.latchkey.adapters.rest.answer.Success;
import dev.latchkey.adapters.rest.input.Schema;
import dev.latchkey.adapters.rest.resource.KeyJson;
import dev.latchkey.domain.Page;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The description of all routes, as plain data. */
final class Document {

  private static final String JSON = "application/json";
  private static final String PROBLEM_JSON = "application/problem+json";
  private static final String KEY_SCHEME = "apiKey";
  private static final String OPERATOR_SCHEME = "operatorToken";

  /** The most codes that a shared response can be called by. */
  private static final int FEW = 2;

  private static final String ABOUT = """
      Latchkey issues API keys to the tenants of a voice-campaign platform, decides which campaigns each key may touch, \
      and serves the campaign and lead API that those keys protect.

      A refusal is a problem of RFC 9457: its `code` is stable, its `detail` names the way out, and its `type` is a path \
      on this server that explains it. A path that does not exist answers 404 `route_not_found`, a method that it does \
      not have 405 `method_not_allowed` with `Allow`. Every path may end with a slash, and has HEAD where it has GET.

      Ids are opaque: hand them back as they came.
      """;

  private final List<Route> routes;
  private final JsonMapper json;
  private final Components components = new Components();

  private Document(List<Route> routes, JsonMapper json) {
    this.routes = routes;
    this.json = json;
  }

  /** Describes all these routes, by the mapper that writes the server's answers. */
  static Map<String, Object> of(List<Route> routes, JsonMapper json) {
    return new Document(routes, json).content();
  }

  private Map<String, Object> content() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.1.1");
    document.put("info", map("title", "Latchkey", "version", "2", "description", ABOUT, "license",
        map("name", "Apache-2.0", "identifier", "Apache-2.0")));
    document.put("servers", List.of(map("url", "/")));
    document.put(
        "tags",
        Operations.tags().stream().map(tag -> map("name", tag.getKey(), "description", tag.getValue())).toList());
    document.put("paths", paths());
    // Last, as by now all that is used is known.
    Map<String, Object> used = components.content();
    used.put("securitySchemes", securitySchemes());
    document.put("components", used);
    return document;
  }

  private Map<String, Object> paths() {
    Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
    for (Operation operation : Operations.all()) {
      paths.computeIfAbsent(operation.path(), _ -> new LinkedHashMap<>())
          .put(operation.method().toLowerCase(Locale.ROOT), operation(operation));
    }
    return new LinkedHashMap<>(paths);
  }

  private Requirement requirement(Operation operation) {
    List<Route> described = routes.stream().filter(route -> route.isOf(operation)).toList();
    if (described.size() != 1) {
      throw new IllegalStateException("%s describes %s".formatted(operation, described));
    }
    return described.getFirst().requirement();
  }

  private Map<String, Object> operation(Operation operation) {
    Requirement requirement = requirement(operation);
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("operationId", operation.id());
    content.put("tags", List.of(operation.tag()));
    content.put("summary", operation.summary());
    content.put("description", who(requirement));
    content.put("security", security(requirement));
    List<Object> parameters = parameters(operation);
    if (!parameters.isEmpty()) {
      content.put("parameters", parameters);
    }
    operation.body().ifPresent(body -> content.put("requestBody", map("required", true, "content",
        map(JSON, map("schema", components.schema(body.schema()), "example", read(body.example()))))));
    content.put("responses", responses(operation, requirement));
    return content;
  }

  private static String who(Requirement requirement) {
    return switch (requirement) {
      case Requirement.Nothing() -> "For anybody, without credentials.";
      case Requirement.AnyKey() -> "For any valid key.";
      case Requirement.KeyWith(var permission) -> "For a key with the permission `" + permission.label() + "`.";
      case Requirement.OperatorToken() -> "For the operator.";
      case Requirement.Unstated() -> throw new IllegalStateException("Nobody may, so there is nothing to describe");
    };
  }

  private static List<Object> security(Requirement requirement) {
    return switch (requirement) {
      case Requirement.Nothing() -> List.of();
      case Requirement.AnyKey() -> List.of(map(KEY_SCHEME, List.of()));
      case Requirement.KeyWith(var permission) -> List.of(map(KEY_SCHEME, List.of(permission.label())));
      case Requirement.OperatorToken() -> List.of(map(OPERATOR_SCHEME, List.of()));
      case Requirement.Unstated() -> throw new IllegalStateException("Nobody may, so there is nothing to describe");
    };
  }

  private List<Object> parameters(Operation operation) {
    List<Object> parameters = new ArrayList<>();
    operation.variables()
        .forEach(name -> parameters.add(parameter("path", name, true, Schema.ofType("string"))));
    operation.query().forEach((name, schema) -> parameters.add(parameter("query", name, false, schema)));
    if (operation.isRepeatable()) {
      parameters.add(parameter("header", "Idempotency-Key", false, Schema.ofType("string")
          .with("pattern", "^[\\x21-\\x7E]{1,255}$")
          .saying("A name for the request. Sent again within 24 hours it is not carried out again but answered alike, "
              + "without what is shown only once.")));
    }
    if (operation.isConditional()) {
      parameters.add(parameter("header", "If-Match", false, Schema.ofType("string")
          .saying("The record's ETag: nothing is changed where it has another by now.")));
    }
    return parameters;
  }

  private Map<String, Object> parameter(String in, String name, boolean required, Schema schema) {
    return map("name", name, "in", in, "required", required, "schema", components.schema(schema));
  }

  private Map<String, Object> responses(Operation operation, Requirement requirement) {
    Map<String, Map<String, Object>> responses = new TreeMap<>();
    for (Told told : operation.told()) {
      Map<String, Object> response = told(operation, requirement, told);
      // The same status with another content type.
      responses.merge(Integer.toString(told.status()), response, Document::merged);
    }
    Map<Integer, List<ProblemType>> byStatus = operation.problems(requirement).stream()
        .collect(Collectors.groupingBy(type -> type.status().getCode(), TreeMap::new, Collectors.toList()));
    byStatus.forEach(
        (status, types) -> responses.merge(Integer.toString(status), problem(status, types, responses),
            Document::merged));
    return new LinkedHashMap<>(responses);
  }

  /** Whether a problem has its status to itself; if not, it cannot be shared. */
  private Map<String, Object> problem(
      int status, List<ProblemType> types, Map<String, Map<String, Object>> told) {
    Map<String, Object> problem = problem(status, types);
    return told.containsKey(Integer.toString(status)) ? problem : components.response(name(types), problem);
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

  private Map<String, Object> told(Operation operation, Requirement requirement, Told told) {
    return switch (told) {
      case Told.Success success -> map(
          "description", success.message().orElse(operation.summary()) + ".",
          "headers", headers(operation, requirement, success).content(),
          "content", map(JSON, map("schema", components.schema(envelope(success)), "example", example(success))));
      case Told.Listing(Class<?> item) -> map(
          "description", operation.summary() + ".",
          "headers", headers(requirement).content(),
          "content", map(JSON, map("schema", components.schema(listing(item)), "example", example(item))));
      case Told.Results(String message, Class<?> result) -> map(
          "description", message + ".",
          "headers", headers(requirement).content(),
          "content", map(JSON, map(
              "schema", components.schema(results(message, result)),
              "example", written(Results.said(message, List.of(Examples.of(result)))))));
      case Told.Nothing _ -> map(
          "description", operation.summary() + ".", "headers", headers(requirement).content());
      case Told.Plain(int _, String type, Schema schema, String description) -> map(
          "description", description,
          "headers", headers(requirement).content(),
          "content", map(type, map("schema", components.schema(schema))));
    };
  }

  private Headers headers(Requirement requirement) {
    Headers headers = new Headers(components);
    return switch (requirement) {
      case Requirement.AnyKey() -> headers.ifAny("RateLimit-Policy").ifAny("RateLimit");
      case Requirement.KeyWith _ -> headers.ifAny("RateLimit-Policy").ifAny("RateLimit");
      case Requirement.Nothing() -> headers;
      case Requirement.OperatorToken() -> headers;
      case Requirement.Unstated() -> headers;
    };
  }

  /** An answer that is told again has neither the secret nor what belongs to it. */
  private Headers headers(Operation operation, Requirement requirement, Told.Success success) {
    Headers headers = headers(requirement);
    if (operation.isRepeatable()) {
      headers.ifAny("Idempotent-Replayed");
    }
    if (success.data().filter(ShownOnce.class::isAssignableFrom).isPresent()) {
      headers.ifAny("ETag").ifAny("Cache-Control");
    }
    if (success.data().filter(KeyJson.class::equals).isPresent()) {
      headers.always("ETag");
    }
    return headers;
  }

  private static Schema envelope(Told.Success success) {
    Map<String, Schema> members = new LinkedHashMap<>();
    members.put("status", Schema.ofType("string").with("const", "success"));
    success.message().ifPresent(message -> members.put("message", Schema.ofType("string").with("const", message)));
    success.data().ifPresent(data -> members.put("data", Records.schema(data)));
    return Schema.object(members, List.copyOf(members.keySet()));
  }

  private static Schema listing(Class<?> item) {
    Map<String, Schema> members = new LinkedHashMap<>();
    members.put("status", Schema.ofType("string").with("const", "success"));
    members.put("data", Schema.array(Records.schema(item)));
    members.put("next_cursor", Schema.ofType("string").orNull().saying("The next page's cursor; null at the end."));
    return Schema.object(members, List.copyOf(members.keySet()));
  }

  private static Schema results(String message, Class<?> result) {
    Map<String, Schema> members = new LinkedHashMap<>();
    members.put("status", Schema.ofType("string").with("const", "success"));
    members.put("message", Schema.ofType("string").with("const", message));
    members.put("results", Schema.array(Records.schema(result)));
    return Schema.object(members, List.copyOf(members.keySet()));
  }

  private @Nullable Object example(Told.Success success) {
    Optional<Object> data = success.data().map(Examples::of);
    return written(success.message()
        .map(message -> data.map(with -> Success.said(message, with)).orElseGet(() -> Success.said(message)))
        .orElseGet(() -> Success.of(data.orElseThrow())));
  }

  private @Nullable Object example(Class<?> item) {
    return written(dev.latchkey.adapters.rest.answer.Listing
        .of(new Page<>(List.of(Examples.of(item)), OptionalLong.empty())));
  }

  private @Nullable Object written(Object answer) {
    try {
      return read(json.writeValueAsString(answer));
    } catch (IOException unwritable) {
      throw new UncheckedIOException("What is told can be written", unwritable);
    }
  }

  private @Nullable Object read(String text) {
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

  private Map<String, Object> problem(int status, List<ProblemType> types) {
    List<String> codes = types.stream().map(ProblemType::code).toList();
    Schema narrowed = Schema.object(
        ordered("status", Schema.ofType("integer").with("const", status),
            "code", Schema.ofType("string").with("enum", codes)),
        status == 400
            ? List.of("status", "code", "request_id", "errors")
            : List.of("status", "code", "request_id"));
    Map<String, Object> shared = components.schema(problemSchema());
    Map<String, Object> own = components.schema(narrowed);
    own.remove("type");
    return map(
        "description", types.stream().map(Document::explained).collect(Collectors.joining("\n")),
        "headers", problemHeaders(status, types).content(),
        "content", map(PROBLEM_JSON, map("schema", map("allOf", List.of(shared, own)))));
  }

  private static String explained(ProblemType type) {
    return "- `" + type.code() + "`: " + Explanation.of(type).meaning();
  }

  private Headers problemHeaders(int status, List<ProblemType> types) {
    Headers headers = new Headers(components);
    return switch (status) {
      case 401 -> headers.always("WWW-Authenticate");
      case 403 -> types.contains(ProblemType.PERMISSION_MISSING) ? headers.ifAny("WWW-Authenticate") : headers;
      case 429 -> headers.always("Retry-After").always("RateLimit-Policy").always("RateLimit");
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

  /** A few codes are told by name; of more, the first and the last and how many they are. */
  private static String name(List<ProblemType> types) {
    List<String> names = types.stream().map(Document::capitalised).toList();
    return names.size() <= FEW
        ? String.join("Or", names)
        : names.getFirst() + "To" + names.getLast() + names.size();
  }

  private static String capitalised(ProblemType type) {
    return Arrays.stream(type.code().split("_", -1))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }

  private static Map<String, Object> securitySchemes() {
    return map(
        KEY_SCHEME, map("type", "http", "scheme", "bearer", "bearerFormat", "lk_{environment}_{id}_{secret}",
            "description", "A tenant's API key. What is listed beside it is the permission that it needs."),
        OPERATOR_SCHEME, map("type", "http", "scheme", "bearer",
            "description", "The operator token, which opens the operator's API and nothing else."));
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

  private static Map<String, Object> map(@Nullable Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }
}
