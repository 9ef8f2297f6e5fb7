package dev.latchkey.adapters.rest.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.latchkey.adapters.rest.fixtures.Client;
import dev.latchkey.adapters.rest.kit.input.Input;
import dev.latchkey.adapters.rest.kit.input.Items;
import dev.latchkey.adapters.rest.kit.input.JsonBody;
import dev.latchkey.adapters.rest.kit.input.ResourceMembers;
import dev.latchkey.adapters.rest.service.ApiDescription;
import dev.latchkey.api.Description;
import dev.latchkey.api.Exchange;
import io.micronaut.json.JsonMapper;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.web.router.Router;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@MicronautTest
class DescriptionTest {

  private static final String COMMAND = "./mvnw -q -pl adapters-rest -am test -Dtest=DescriptionTest "
      + "-Dsurefire.failIfNoSpecifiedTests=false -Dopenapi.write=true";

  private static final List<Operation> OPERATIONS = ApiDescription.operations();

  private final Router router;
  private final JsonMapper json;
  private final String served;
  private final Description description;

  DescriptionTest(Router router, JsonMapper json, Client client) {
    this.router = router;
    this.json = json;
    this.served = client.send(client.to("/openapi.yaml")).text();
    this.description = Description.of(served);
  }

  @Test
  void theCopyInDocsIsWhatIsServed() throws IOException {
    Path copy = top().resolve("docs/openapi.yaml");
    if (Boolean.getBoolean("openapi.write")) {
      Files.writeString(copy, served);
    }
    assertThat(copy).as("stale; rewrite it with: %s", COMMAND).exists().hasContent(served);
  }

  @Test
  void itIsADocumentByTheSchemaOfOpenApi() {
    SchemaRegistry official = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
        registry -> registry.schemaIdResolvers(
            ids -> ids.mapPrefix("https://spec.openapis.org/", "classpath:spec.openapis.org/")));
    Schema openApi = official.getSchema(
        SchemaLocation.of("https://spec.openapis.org/oas/3.1/schema-base/2022-10-07"));
    assertThat(openApi.validate(served, InputFormat.YAML)).isEmpty();
    assertThat(openApi.validate(served.replaceFirst("in: path", "in: road"), InputFormat.YAML)).isNotEmpty();
    assertThat(openApi.validate(served.replaceFirst("type: object", "type: thing"), InputFormat.YAML)).isNotEmpty();
  }

  @Test
  void everyRouteHasOneEntryAndEveryEntryARoute() {
    List<Route> routes = Route.of(router);
    assertThat(routes).isNotEmpty().allSatisfy(
        route -> assertThat(OPERATIONS).as("%s", route).filteredOn(route::isOf).hasSize(1));
    assertThat(OPERATIONS).allSatisfy(
        operation -> assertThat(routes).as("%s", operation).filteredOn(route -> route.isOf(operation)).hasSize(1));
  }

  @Test
  void everyOperationAsksForTheQueryParametersThatItsRouteTakes() {
    assertThat(Route.of(router)).allSatisfy(
        route -> assertThat(OPERATIONS).filteredOn(route::isOf)
            .allSatisfy(operation -> assertThat(operation.query().keySet()).as("%s", route).isEqualTo(route.query())));
  }

  @Test
  void everyOperationAndEveryTagHasItsOwnName() {
    assertThat(OPERATIONS).extracting(Operation::id).doesNotHaveDuplicates();
    assertThat(OPERATIONS.stream().map(Operation::tag).distinct().map(Operation.Tag::name)).doesNotHaveDuplicates();
  }

  private static Stream<Operation> bodies() {
    return OPERATIONS.stream().filter(operation -> operation.body().isPresent());
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void theExampleOfABodyIsReadByTheShapeThatReadsIt(Operation operation) throws IOException {
    Operation.Body body = operation.body().orElseThrow();
    JsonBody example = new JsonBody(json.readValue(body.example(), io.micronaut.json.tree.JsonNode.class));
    Input<?> read = switch (body.form()) {
      case OBJECT -> example.read(body.decoder(), ResourceMembers.NONE);
      case CLOSED_OBJECT -> example.readStrictly(body.decoder(), ResourceMembers.NONE);
      case ARRAY -> example.readEach(body.decoder(), _ -> ResourceMembers.NONE);
    };
    assertThat(read).isInstanceOf(Input.Usable.class);
    if (read instanceof Input.Usable<?>(Items<?> items)) {
      assertThat(items.unfit()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void theExampleOfABodyIsAllowedByItsSchema(Operation operation) {
    Operation.Body body = operation.body().orElseThrow();
    ObjectNode schema = description.document().objectNode();
    schema.put("$ref", "#/components/schemas/" + body.name());
    assertThat(description.bodyFaults(schema, body.example())).isEmpty();
    assertThat(description.bodyFaults(schema, "[]")).isNotEmpty();
  }

  @Test
  void everyExampleOfAnAnswerIsAllowedByItsSchema() {
    List<String> seen = new ArrayList<>();
    description.document().path("paths").forEach(path -> path.forEach(
        operation -> operation.path("responses").forEach(response -> {
          JsonNode media = description.resolved(response).path("content").path("application/json");
          if (media.has("example")) {
            seen.add(operation.path("operationId").asString());
            assertThat(description.bodyFaults(media.path("schema"), media.path("example").toString()))
                .as("%s", operation.path("operationId")).isEmpty();
          }
        })));
    assertThat(seen).contains("addLead", "listLeads", "createApiKey", "whoAmI", "verifyKey");
  }

  @Test
  void nothingThatIsSentOrToldIsLeftOpen() {
    assertThat(undescribed(description.document().path("components").path("schemas"), "")).isEmpty();
  }

  /** Where something may be anything, as where a kind was read by hand and nobody said what it takes. */
  private static List<String> undescribed(JsonNode node, String place) {
    List<String> found = new ArrayList<>();
    node.path("properties").forEachEntry((name, schema) -> {
      if (schema.isEmpty()) {
        found.add(place + "/" + name);
      }
    });
    for (String inner : List.of("items", "additionalProperties")) {
      if (node.path(inner).isObject() && node.path(inner).isEmpty()) {
        found.add(place + "/" + inner);
      }
    }
    node.forEachEntry((name, inner) -> found.addAll(undescribed(inner, place + "/" + name)));
    return found;
  }

  private static Exchange whoAmI(int status, String type, String body) {
    return new Exchange("GET", "/api/v2/auth/whoami", status, Map.of(
        "content-type", List.of(type), "x-request-id", List.of("1"), "www-authenticate", List.of("Bearer")), body);
  }

  private static String problem(String code) {
    return """
        {"type": "/problems/x", "title": "t", "status": 401, "detail": "d", "code": "%s", "request_id": "1"}"""
        .formatted(code);
  }

  @Test
  void anAnswerThatIsDescribedIsAllowed() {
    Exchange refused = whoAmI(401, "application/problem+json", problem("key_invalid"));
    assertThatCode(() -> description.check(refused)).doesNotThrowAnyException();
  }

  private static Stream<Exchange> undescribed() {
    Exchange refused = whoAmI(401, "application/problem+json", problem("key_invalid"));
    return Stream.of(
        whoAmI(418, "application/problem+json", problem("key_invalid")),
        whoAmI(401, "text/plain", problem("key_invalid")),
        whoAmI(401, "application/problem+json", problem("lead_exists")),
        whoAmI(401, "application/problem+json", problem("key_invalid").replace("}", ", \"more\": 1}")),
        whoAmI(401, "application/problem+json", "{}"),
        whoAmI(200, "application/json", "{\"status\": \"success\"}"),
        new Exchange("GET", refused.path(), 401, Map.of("content-type", refused.headers().get("content-type")),
            refused.body()),
        new Exchange("PUT", refused.path(), 401, refused.headers(), refused.body()),
        new Exchange("GET", "/elsewhere", 200, refused.headers(), "{}"),
        new Exchange("GET", "/elsewhere", 404, refused.headers(), problem("key_invalid")));
  }

  @ParameterizedTest
  @MethodSource("undescribed")
  void anAnswerThatIsNotDescribedIsNotAllowed(Exchange exchange) {
    assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> description.check(exchange));
  }

  /** The folder of the root pom: a build starts a module's tests in the module, an editor often above it. */
  private static Path top() {
    Path start = Path.of("").toAbsolutePath();
    return Stream.iterate(start, folder -> folder != null, Path::getParent)
        .filter(folder -> Files.isRegularFile(folder.resolve("docs/rules.md")))
        .findFirst()
        .orElseThrow();
  }
}
