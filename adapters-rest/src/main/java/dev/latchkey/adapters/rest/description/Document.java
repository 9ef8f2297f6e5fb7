package dev.latchkey.adapters.rest.description;

import static dev.latchkey.adapters.rest.description.Components.map;

import dev.latchkey.adapters.rest.access.Requirement;
import dev.latchkey.adapters.rest.kit.input.Schema;
import io.micronaut.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The description of all routes, as plain data. */
final class Document {

  private static final String JSON = "application/json";
  private static final String KEY_SCHEME = "apiKey";
  private static final String OPERATOR_SCHEME = "operatorToken";

  private static final String ABOUT = """
      Latchkey issues API keys to the tenants of a voice-campaign platform, decides which campaigns each key may touch, \
      and serves the campaign and lead API that those keys protect.

      A refusal is a problem of RFC 9457: its `code` is stable, its `detail` names the way out, and its `type` is a path \
      on this server that explains it. A path that does not exist answers 404 `route_not_found`, a method that it does \
      not have 405 `method_not_allowed` with `Allow`. Every path may end with a slash, and has HEAD where it has GET.
      A `Content-Encoding` other than `identity` answers 415 `unsupported_content_encoding`, and a body of more than 1 MiB \
      413 `body_too_large`, on every path. Under `/api/v2` and `/api/platform/v1` an unknown or repeated query parameter \
      answers 400 `validation_failed`.

      Ids are opaque: hand them back as they came.
      """;

  private final List<Route> routes;
  private final ExampleJson examples;
  private final Components components = new Components();
  private final Responses responses;

  private Document(List<Route> routes, ExampleJson examples) {
    this.routes = routes;
    this.examples = examples;
    this.responses = new Responses(components, examples);
  }

  /** Describes all these routes, with examples written by the mapper of the server. */
  static Map<String, Object> of(List<Route> routes, JsonMapper json) {
    return new Document(routes, new ExampleJson(json)).content();
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
    // Last, as all used components are known by now.
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
        map(JSON, map("schema", components.schema(body.schema()), "example", examples.read(body.example()))))));
    content.put("responses", responses.of(operation, requirement));
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

  private static Map<String, Object> securitySchemes() {
    return map(
        KEY_SCHEME, map("type", "http", "scheme", "bearer", "bearerFormat", "lk_{environment}_{id}_{secret}",
            "description", "A tenant's API key. What is listed beside it is the permission that it needs."),
        OPERATOR_SCHEME, map("type", "http", "scheme", "bearer",
            "description", "The operator token, which opens the operator's API and nothing else."));
  }
}
