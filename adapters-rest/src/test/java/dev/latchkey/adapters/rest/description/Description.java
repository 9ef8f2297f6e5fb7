package dev.latchkey.adapters.rest.description;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A server's description, as it serves it, to hold the server's answers against. Members that it does not name are not
 * allowed here, although clients are to bear with them.
 */
public final class Description {

  private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");
  private static final String PROBLEM_JSON = "application/problem+json";

  private final ObjectNode document;
  private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private final Map<JsonNode, com.networknt.schema.Schema> compiled = new ConcurrentHashMap<>();

  private Description(ObjectNode document) {
    this.document = document;
  }

  /** Reads what is served at {@code /openapi.yaml}. */
  public static Description of(String yaml) {
    ObjectNode document = (ObjectNode) new YAMLMapper().readTree(yaml);
    close(document);
    return new Description(document);
  }

  /**
   * One request and its answer.
   *
   * @param path without the query
   * @param headers of the answer, by their names in lower case
   */
  public record Exchange(String method, String path, int status, Map<String, List<String>> headers, String body) {

    private Optional<String> header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
    }

    private String mediaType() {
      return header("Content-Type").map(type -> type.split(";", 2)[0].strip()).orElse("");
    }
  }

  /** Fails where the description does not allow the answer. */
  public void check(Exchange exchange) {
    List<String> faults = faults(exchange);
    if (!faults.isEmpty()) {
      throw new AssertionError("The description does not allow this answer.\n  %s %s\n  %d %s\n  %s\n%s".formatted(
          exchange.method(), exchange.path(), exchange.status(), exchange.headers(), exchange.body(),
          String.join("\n", faults)));
    }
  }

  private List<String> faults(Exchange exchange) {
    Optional<JsonNode> path = path(exchange.path());
    if (path.isEmpty()) {
      return exchange.status() == 404
          ? problemFaults(exchange, "route_not_found")
          : isMalformed(exchange)
              ? problemFaults(exchange, "request_malformed")
              : List.of("No path of the description fits.");
    }
    String method = exchange.method().equals("HEAD") ? "get" : exchange.method().toLowerCase(Locale.ROOT);
    if (method.equals("options")) {
      return exchange.status() == 204 ? List.of() : List.of("OPTIONS is answered with 204.");
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

  private static boolean isMalformed(Exchange exchange) {
    return exchange.status() == 400;
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

  /** What is wrong with a problem that belongs to no operation. */
  private List<String> problemFaults(Exchange exchange, String code) {
    if (exchange.method().equals("HEAD")) {
      return List.of();
    }
    if (!exchange.mediaType().equals(PROBLEM_JSON)) {
      return List.of("It is no problem.");
    }
    List<String> faults = new ArrayList<>(bodyFaults(reference("#/components/schemas/Problem"), exchange.body()));
    if (!exchange.body().contains("\"code\":\"" + code + "\"")) {
      faults.add("Its code is not " + code + ".");
    }
    return faults;
  }

  /** What a schema of the description has against a JSON text. */
  List<String> bodyFaults(JsonNode schema, String json) {
    return compiled.computeIfAbsent(schema, this::compile)
        .validate(json, InputFormat.JSON, context -> context.executionConfig(
            config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(fault -> "%s: %s".formatted(fault.getInstanceLocation(), fault.getMessage()))
        .toList();
  }

  private com.networknt.schema.Schema compile(JsonNode schema) {
    ObjectNode whole = document.objectNode();
    whole.set("components", document.path("components"));
    whole.set("allOf", document.arrayNode().add(schema));
    return schemas.getSchema(whole);
  }

  private ObjectNode reference(String pointer) {
    return document.objectNode().put("$ref", pointer);
  }

  JsonNode document() {
    return document;
  }

  JsonNode resolved(JsonNode node) {
    JsonNode reference = node.path("$ref");
    return reference.isMissingNode() ? node : document.at(reference.asString().substring(1));
  }

  /** Of the paths that fit, the one with the fewest variables. */
  private Optional<JsonNode> path(String path) {
    String plain = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    Predicate<String> fits = template -> Pattern
        .matches(VARIABLE.matcher(template.replace(".", "\\.")).replaceAll("[^/]+"), plain);
    return document.path("paths").propertyNames().stream()
        .filter(fits)
        .min(Comparator.comparing(template -> VARIABLE.matcher(template).results().count()))
        .map(template -> document.path("paths").path(template));
  }

  /** Lets objects have no other members than those that are named. */
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
