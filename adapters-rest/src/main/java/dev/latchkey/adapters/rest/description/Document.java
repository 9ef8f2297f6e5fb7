package dev.latchkey.adapters.rest.description;

import static dev.latchkey.adapters.rest.description.Components.map;

import dev.latchkey.adapters.rest.kit.input.Schema;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The description of all routes. */
final class Document {

  private static final String ABOUT = """
      Latchkey issues API keys to the tenants of a voice-campaign platform, decides which campaigns each key can \
      access, and serves the campaign and lead API that those keys protect.

      Errors are problem details of RFC 9457 (`application/problem+json`). The `code` is stable, the `detail` states \
      the remedy, and the `type` is a path on this server that explains the code. An unknown path returns 404 \
      `route_not_found`. An unsupported method returns 405 `method_not_allowed` with an `Allow` header. Every path \
      accepts a trailing slash. Every path with GET also accepts HEAD.

      On every path, a `Content-Encoding` other than `identity` returns 415 `unsupported_content_encoding`, and a \
      body of more than 1 MiB returns 413 `body_too_large`. Under `/api/v2` and `/api/platform/v1`, an unknown or \
      repeated query parameter returns 400 `validation_failed`.

      Ids are opaque. Send them back unchanged.
      """;

  private final List<Operation> operations;
  private final List<Route> routes;
  private final JsonMapper mapper;
  private final Components components = new Components();
  private final Responses responses = new Responses(components);

  private Document(List<Operation> operations, List<Route> routes, JsonMapper mapper) {
    this.operations = operations;
    this.routes = routes;
    this.mapper = mapper;
  }

  /** Describes these operations. The mapper of the server writes the document, as it contains values of examples. */
  static byte[] of(List<Operation> operations, List<Route> routes, JsonMapper mapper) throws IOException {
    return mapper.writeValueAsBytes(new Document(operations, routes, mapper).content());
  }

  private Map<String, Object> content() throws IOException {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.1.1");
    document.put("info", map("title", "Latchkey", "version", "2", "description", ABOUT, "license",
        map("name", "Apache-2.0", "identifier", "Apache-2.0")));
    document.put("servers", List.of(map("url", "/")));
    document.put("tags", operations.stream()
        .map(Operation::tag)
        .distinct()
        .map(tag -> map("name", tag.name(), "description", tag.description()))
        .toList());
    document.put("paths", paths());
    // Last, as all used components are known by now.
    Map<String, Object> used = components.content();
    used.put("securitySchemes", Credentials.schemes());
    document.put("components", used);
    return document;
  }

  private Map<String, Object> paths() throws IOException {
    Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
    for (Operation operation : operations) {
      paths.computeIfAbsent(operation.path(), _ -> new LinkedHashMap<>())
          .put(operation.method().toLowerCase(Locale.ROOT), operation(operation));
    }
    return new LinkedHashMap<>(paths);
  }

  private Credentials credentials(Operation operation) {
    List<Route> described = routes.stream().filter(route -> route.isOf(operation)).toList();
    if (described.size() != 1) {
      throw new IllegalStateException(operation + " describes " + described);
    }
    return Credentials.of(described.getFirst().requirement());
  }

  private Map<String, Object> operation(Operation operation) throws IOException {
    Credentials credentials = credentials(operation);
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("operationId", operation.id());
    content.put("tags", List.of(operation.tag().name()));
    content.put("summary", operation.summary());
    content.put("description", (operation.details() + " " + credentials.sentence()).strip());
    content.put("security", credentials.security());
    List<Object> parameters = parameters(operation);
    if (!parameters.isEmpty()) {
      content.put("parameters", parameters);
    }
    if (operation.body().isPresent()) {
      Operation.Body body = operation.body().get();
      Object example = mapper.readValue(body.example(), Object.class);
      content.put("requestBody", map("required", true, "content",
          map(ResponseSpec.JSON, map("schema", components.schema(body.schema()), "example", example))));
    }
    content.put("responses", responses.of(operation, credentials));
    return content;
  }

  private List<Object> parameters(Operation operation) {
    List<Object> parameters = new ArrayList<>();
    operation.variables()
        .forEach(name -> parameters.add(parameter("path", name, true, Schema.ofType("string"))));
    operation.query().forEach((name, schema) -> parameters.add(parameter("query", name, false, schema)));
    if (operation.isRepeatable()) {
      parameters.add(parameter("header", "Idempotency-Key", false, Schema.ofType("string")
          .with("pattern", "^[\\x21-\\x7E]{1,255}$")
          .saying("Makes a retry safe for 24 hours. After a success, a request with the same value and body is not "
              + "executed again and returns the same response, without data that is shown only once. Another body "
              + "with the same value returns 422 `idempotency_key_reused`.")));
    }
    if (operation.isConditional()) {
      parameters.add(parameter("header", "If-Match", false, Schema.ofType("string")
          .saying("The ETag of the record. If the record has another ETag by now, the request returns 412 "
              + "`version_conflict` and changes nothing.")));
    }
    return parameters;
  }

  private Map<String, Object> parameter(String in, String name, boolean required, Schema schema) {
    return map("name", name, "in", in, "required", required, "schema", components.schema(schema));
  }
}
