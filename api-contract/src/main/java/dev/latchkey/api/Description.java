package dev.latchkey.api;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Validates responses of a server against the OpenAPI description that it serves. Members that the description does not
 * name are rejected here, although clients must ignore them.
 */
public final class Description {

  private static final String PROBLEM_JSON = "application/problem+json";

  /** Problem codes of requests that are rejected before they are routed to an operation, with their statuses. */
  private static final Map<String, Integer> UNREAD = Map.of(
      "request_malformed", 400, "body_too_large", 413, "uri_too_long", 414, "unsupported_content_encoding", 415,
      "headers_too_large", 431);

  private final ObjectNode document;
  private final Paths paths;
  private final JsonNode problem;
  private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  /** Compiled schemas by node identity; lookup by equality would compare whole schemas each time. */
  private final IdentityHashMap<JsonNode, Schema> compiled = new IdentityHashMap<>();

  private Description(ObjectNode document) {
    this.document = document;
    this.paths = new Paths(document.path("paths"));
    this.problem = document.path("components").path("schemas").path("Problem");
  }

  /** Parses the document served at {@code /openapi.yaml}. */
  public static Description of(String yaml) {
    ObjectNode document = (ObjectNode) new YAMLMapper().readTree(yaml);
    close(document);
    return new Description(document);
  }

  /**
   * Checks a response.
   *
   * @throws AssertionError if the description does not allow it
   */
  public void check(Exchange exchange) {
    List<String> faults = faults(exchange);
    if (!faults.isEmpty()) {
      throw new AssertionError("The description does not allow this answer.\n  %s\n%s"
          .formatted(exchange, String.join("\n", faults)));
    }
  }

  private List<String> faults(Exchange exchange) {
    Optional<String> unread = UNREAD.entrySet().stream()
        .filter(code -> exchange.isProblem(code.getValue(), code.getKey()))
        .map(Map.Entry::getKey)
        .findFirst();
    if (unread.isPresent()) {
      return problemFaults(exchange, unread.get());
    }
    if (exchange.method().equals("OPTIONS") && exchange.status() == 204) {
      return List.of();
    }
    Optional<JsonNode> path = paths.find(exchange.path());
    if (path.isEmpty()) {
      return exchange.status() == 404
          ? problemFaults(exchange, "route_not_found")
          : List.of("No path of the description fits.");
    }
    String method = exchange.method().equals("HEAD") ? "get" : exchange.method().toLowerCase(Locale.ROOT);
    if (method.equals("options")) {
      return List.of("OPTIONS is answered with 204.");
    }
    JsonNode operation = path.get().path(method);
    if (operation.isMissingNode()) {
      return exchange.status() == 405 && exchange.header("Allow").isPresent()
          ? problemFaults(exchange, "method_not_allowed")
          : List.of("The path has no " + method + " in the description, and the answer is no 405 with Allow.");
    }
    JsonNode response = resolved(operation.path("responses").path(Integer.toString(exchange.status())));
    return response.isMissingNode()
        ? List.of("%s does not answer %d.".formatted(operation.path("operationId").asString(), exchange.status()))
        : responseFaults(exchange, response);
  }

  private List<String> responseFaults(Exchange exchange, JsonNode response) {
    List<String> faults = new ArrayList<>();
    response.path("headers").forEachEntry((name, header) -> {
      if (resolved(header).path("required").asBoolean() && exchange.header(name).isEmpty()) {
        faults.add("The header %s is missing.".formatted(name));
      }
    });
    JsonNode content = response.path("content");
    if (exchange.method().equals("HEAD") || content.isMissingNode()) {
      if (!exchange.body().isEmpty()) {
        faults.add("There is a body.");
      }
      return faults;
    }
    JsonNode media = content.path(exchange.mediaType());
    if (media.isMissingNode()) {
      faults.add("The content type is not one of %s.".formatted(content.propertyNames()));
    } else if (exchange.mediaType().endsWith("json")) {
      faults.addAll(bodyFaults(media.path("schema"), exchange.body()));
    }
    return faults;
  }

  /** Returns the violations of a problem response that belongs to no operation. */
  private List<String> problemFaults(Exchange exchange, String code) {
    if (exchange.method().equals("HEAD")) {
      return List.of();
    }
    if (!exchange.mediaType().equals(PROBLEM_JSON)) {
      return List.of("It is no problem.");
    }
    List<String> faults = new ArrayList<>(bodyFaults(problem, exchange.body()));
    if (!exchange.body().contains("\"code\":\"" + code + "\"")) {
      faults.add("Its code is not " + code + ".");
    }
    return faults;
  }

  /** Returns the violations of a schema of the description by a JSON text. */
  public List<String> bodyFaults(JsonNode schema, String json) {
    return compiled(schema)
        .validate(json, InputFormat.JSON, context -> context.executionConfig(
            config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(fault -> "%s: %s".formatted(fault.getInstanceLocation(), fault.getMessage()))
        .toList();
  }

  private Schema compiled(JsonNode schema) {
    synchronized (compiled) {
      return compiled.computeIfAbsent(schema, this::compile);
    }
  }

  private Schema compile(JsonNode schema) {
    ObjectNode whole = document.objectNode();
    whole.set("components", document.path("components"));
    whole.set("allOf", document.arrayNode().add(schema));
    return schemas.getSchema(whole);
  }

  /** Returns the parsed document. Objects with listed properties are closed to other properties. */
  public ObjectNode document() {
    return document;
  }

  /** Returns the target of a reference, or the node itself if it is not a reference. */
  public JsonNode resolved(JsonNode node) {
    JsonNode reference = node.path("$ref");
    return reference.isMissingNode() ? node : document.at(reference.asString().substring(1));
  }

  /**
   * Forbids unlisted properties in object schemas that list properties and do not state {@code additionalProperties}.
   */
  private static void close(JsonNode node) {
    if (node instanceof ObjectNode object && object.path("type").asString("").equals("object")
        && object.has("properties") && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    if (node instanceof ObjectNode || node instanceof ArrayNode) {
      node.forEach(Description::close);
    }
  }
}
