package dev.latchkey.adapters.rest.service;

import dev.latchkey.adapters.rest.description.Operation;
import dev.latchkey.adapters.rest.description.Operation.Tag;
import dev.latchkey.adapters.rest.description.ResponseSpec;
import dev.latchkey.adapters.rest.kit.answer.ProblemType;
import dev.latchkey.adapters.rest.kit.input.Schema;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Public operations of the server itself. */
final class ServiceOperations {

  private static final Tag TAG = new Tag(
      "Service", "Public endpoints for health, metrics, the version, error codes and the API description.");

  // Sorted, as the order of Map.of differs between runs.
  private static final Schema HEALTH = Schema.object(
      new TreeMap<>(Map.of(
          "status", Schema.ofType("string").with("enum", List.of("UP", "DOWN")),
          "details",
          Schema.ofType("object").with("description",
              "By name: the failing parts, each with the reason, and the database with its topology."))),
      List.of("status"))
      .named("Health");

  private static final ResponseSpec UP = ResponseSpec.plain(200, "application/json", HEALTH, "The check passed.");
  private static final ResponseSpec DOWN = ResponseSpec.plain(
      503, "application/json", HEALTH, "The check failed. The details name the failing parts.");

  /** The client has the current version already, by its ETag. */
  private static final ResponseSpec UNCHANGED = ResponseSpec.empty(304, "The ETag in If-None-Match is current.");

  private static final Schema TEXT = Schema.ofType("string");

  private ServiceOperations() {}

  static List<Operation> all() {
    return List.of(
        Operation.of("GET", "/version", "getVersion", TAG, "Retrieve the version of the server")
            .responds(200, new VersionJson("1.0.0")),
        Operation.of("GET", "/health", "getHealth", TAG, "Check the health of the server")
            .responds(UP)
            .responds(DOWN),
        Operation.of("GET", "/health/{selector}", "getHealthOf", TAG,
            "Check whether the server is alive (liveness) or ready for requests (readiness)")
            .withDetails("Readiness covers the database, the migrations and the change feed.")
            .responds(UP)
            .responds(DOWN)
            .fails(ProblemType.ROUTE_NOT_FOUND),
        Operation.of("GET", "/prometheus", "getMetrics", TAG, "Retrieve the metrics of the server")
            .responds(ResponseSpec.plain(200, "text/plain", TEXT, "Metrics in the Prometheus text format.")),
        Operation.of("GET", "/problems/{code}", "explainProblem", TAG, "Explain an error code")
            .responds(ResponseSpec.plain(200, "text/plain", TEXT, "The cause of the error and its remedy."))
            .fails(ProblemType.ROUTE_NOT_FOUND),
        Operation.of("GET", "/openapi.yaml", "getDescription", TAG, "Retrieve the API description as YAML")
            .responds(ResponseSpec.plain(200, "application/yaml", TEXT, "An OpenAPI document."))
            .responds(UNCHANGED),
        Operation.of("GET", "/openapi.json", "getDescriptionInJson", TAG, "Retrieve the API description as JSON")
            .responds(ResponseSpec.plain(200, "application/json", Schema.ofType("object"), "An OpenAPI document."))
            .responds(UNCHANGED),
        Operation.of("GET", "/docs", "readDocs", TAG, "View the API description as interactive documentation")
            .responds(ResponseSpec.plain(200, "text/html", TEXT, "An HTML page."))
            .responds(UNCHANGED),
        Operation.of("GET", "/docs/assets/{name}", "getDocsAsset", TAG,
            "Retrieve an asset of the documentation page")
            .responds(ResponseSpec.plain(200, "text/css", TEXT, "A style sheet."))
            .responds(ResponseSpec.plain(200, "text/javascript", TEXT, "A script."))
            .responds(ResponseSpec.plain(200, "image/png", TEXT, "An icon."))
            .responds(UNCHANGED)
            .fails(ProblemType.ROUTE_NOT_FOUND));
  }
}
