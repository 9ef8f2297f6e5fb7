package dev.latchkey.bootstrap.description;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.api.Description;
import dev.latchkey.bootstrap.Answer;
import dev.latchkey.bootstrap.Client;
import dev.latchkey.bootstrap.Platform;
import dev.latchkey.bootstrap.RunningServer;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every body made from the served description, inside and just outside of each bound, is accepted by the running server
 * exactly where the description allows it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DescriptionAgreesTest {

  /** What a schema cannot say: rules that need data (numbering plans, time zones, public names) or other members. */
  private static final Set<String> BEYOND_A_SCHEMA = Set.of(
      "phone_number", "timezone", "webhook_url", "password", "tenant_id");

  /** What depends on the stored record. */
  private static final Set<String> BY_THE_RECORD = Set.of("PATCH phone_number_pool_id", "PATCH campaign_lead_id");

  /** An item of a bulk request that failed for another reason than that there is no such lead. */
  private static final Pattern REFUSED_ITEM = Pattern.compile("\"success\":false,\"message\":\"(?!Lead not found)");

  private static final Pattern PARAMETER = Pattern.compile("\\{([a-z_]+)}");

  private RunningServer server;
  private Description description;
  private Client operator;
  private Client holder;
  private Map<String, String> operatorIds;
  private Map<String, String> holderIds;

  /** An operation with a JSON body. */
  private record Operation(String method, String path, JsonNode schema, JsonNode example) {

    String name() {
      return method + " " + path;
    }
  }

  @BeforeAll
  void start(@TempDir Path folder) {
    server = RunningServer.start(folder.resolve("data"), Map.of("LATCHKEY_OPERATOR_TOKEN", Platform.TOKEN));
    description = Description.of(server.client().get("/openapi.yaml").body());
    Platform platform = Platform.of(server.client());
    operator = platform.operator();
    operatorIds = ids(platform, platform.tenant("changed by the operator"));
    String own = platform.tenant("of the acting key");
    Platform.Key acting = platform.key(own, """
        {"name":"acting","permissions":["leads:read","leads:write","campaigns:read","campaigns:write",
         "api_keys:read","api_keys:write","audit:read"]}""");
    holder = server.client().with(acting.text());
    holderIds = ids(platform, own);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @TestFactory
  Stream<DynamicTest> everyBodyIsAcceptedExactlyWhereTheDescriptionAllowsIt() {
    List<Operation> operations = operations();
    assertThat(operations).hasSizeGreaterThan(15);
    return operations.stream().map(operation -> DynamicTest.dynamicTest(
        operation.name(),
        // Surefire prints the name only if the test has a source of its own.
        URI.create("operation:" + URLEncoder.encode(operation.name(), StandardCharsets.UTF_8)),
        () -> agree(operation)));
  }

  private void agree(Operation operation) {
    assertThat(description.bodyFaults(operation.schema(), operation.example().toString()))
        .as("the documented example").isEmpty();
    List<String> differences = new ArrayList<>();
    List<Probe> probes = Probes.of(description, operation.schema(), operation.example());
    assertThat(probes).isNotEmpty();
    for (Probe probe : probes) {
      difference(operation, probe).ifPresent(differences::add);
    }
    assertThat(differences).isEmpty();
  }

  private Optional<String> difference(Operation operation, Probe probe) {
    List<String> faults = description.bodyFaults(operation.schema(), probe.body().toString());
    boolean platform = operation.path().startsWith("/api/platform/");
    Client client = platform ? operator : holder;
    String path = PARAMETER.matcher(operation.path())
        .replaceAll(found -> (platform ? operatorIds : holderIds).get(found.group(1)));
    Answer answer = client.withJson(operation.method(), path, probe.body().toString());
    boolean accepted = isAccepted(answer);
    boolean cannotBeSaid = !accepted && (BEYOND_A_SCHEMA.contains(lastName(probe))
        || BY_THE_RECORD.contains(operation.method() + " " + lastName(probe)));
    return faults.isEmpty() == accepted || faults.isEmpty() && cannotBeSaid
        ? Optional.empty()
        : Optional.of("%s %s: %s, but the server answered %d %s".formatted(
            probe.pointer(), probe.what(), faults.isEmpty() ? "allowed" : faults, answer.status(), answer.body()));
  }

  private static String lastName(Probe probe) {
    String pointer = probe.pointer().toString();
    return pointer.substring(pointer.lastIndexOf('/') + 1);
  }

  /** Whether the body was taken as such; a refusal for another reason, such as a conflict, is none of the body. */
  private static boolean isAccepted(Answer answer) {
    assertThat(answer.status()).as("%s", answer).isLessThan(500);
    boolean itemRefused = answer.status() < 300
        && (answer.body().contains("\"rejected\":[{") || REFUSED_ITEM.matcher(answer.body()).find());
    boolean otherTenant = answer.status() == 403 && answer.text("code").equals("tenant_mismatch");
    return !otherTenant && answer.status() != 400 && answer.status() != 413 && answer.status() != 415 && !itemRefused;
  }

  private List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    description.document().path("paths").forEachEntry((path, methods) -> methods.forEachEntry((method, operation) -> {
      JsonNode json = description.resolved(operation.path("requestBody")).path("content").path("application/json");
      if (json.has("schema")) {
        operations.add(new Operation(
            method.toUpperCase(Locale.ROOT), path, json.path("schema"), ofOurTenant(json.path("example"))));
      }
    }));
    return operations;
  }

  /** The example of a call of v1, which names a tenant, with the tenant of the acting key. */
  private JsonNode ofOurTenant(JsonNode example) {
    if (example instanceof ObjectNode object && object.has("tenant_id")) {
      return object.deepCopy().put("tenant_id", holderIds.get("tenant_id"));
    }
    return example;
  }

  /** Things of the tenant that may be changed by what is tried. */
  private Map<String, String> ids(Platform platform, String tenant) {
    Client key = server.client().with(platform.key(tenant).text());
    String campaign = Platform.campaign(key);
    return Map.of(
        "tenant_id", tenant,
        "api_key_id", platform.key(tenant).id(),
        "member_id", operator.post(platform.path(tenant) + "/members",
            "{\"email\":\"ada@example.com\",\"password\":\"correct horse battery\",\"role\":\"OWNER\"}")
            .isStatus(201).text("data", "id"),
        "campaign_id", campaign,
        "lead_id", key.post(Platform.leads(campaign), "{\"phone_number\":\"+14155550199\"}")
            .isStatus(201).text("data", "campaign_lead_id"));
  }
}
