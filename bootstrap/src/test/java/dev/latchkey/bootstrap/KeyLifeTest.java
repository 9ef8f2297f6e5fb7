package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.bootstrap.Platform.Key;
import io.micronaut.json.tree.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The life of keys on the real server, managed with a key. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyLifeTest {

  private static final String KEYS = "/api/v2/api-keys";
  private static final String WHOAMI = "/api/v2/auth/whoami";
  private static final String EXPLAIN = "/api/v2/access/explain";
  private static final String MANAGER = """
      {"name":"manager","permissions":["leads:read","leads:write","campaigns:read","campaigns:write","api_keys:read",
       "api_keys:write","audit:read"]}""";

  private RunningServer server;
  private Platform platform;
  private String tenant;
  private Client manager;

  @BeforeAll
  void start(@TempDir Path folder) {
    server = RunningServer.start(folder.resolve("data"), Map.of("LATCHKEY_OPERATOR_TOKEN", Platform.TOKEN));
    platform = Platform.of(server.client());
    tenant = platform.tenant("Acme");
    manager = server.client().with(platform.key(tenant, MANAGER).text());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void ofTwoRotationsAtOnceOneIsMadeAndTheOtherIsTold() {
    for (int round = 0; round < 5; round++) {
      Key key = newKey("{\"name\":\"worker\"}");

      List<Integer> statuses = atOnce(
          () -> manager.post(KEYS + "/" + key.id() + "/rotate", "{\"overlap_seconds\":60}"));

      assertThat(statuses).containsExactlyInAnyOrder(201, 409);
    }
  }

  @Test
  void ofTwoChangesOfOneVersionOneIsMadeAndTheOtherIsTold() {
    for (int round = 0; round < 5; round++) {
      Key key = newKey("{\"name\":\"worker\"}");
      String version = manager.get(KEYS + "/" + key.id()).header("ETag");

      List<Integer> statuses = atOnce(
          () -> manager.sending("If-Match", version).patch(KEYS + "/" + key.id(), "{\"name\":\"renamed\"}"));

      assertThat(statuses).containsExactlyInAnyOrder(200, 412);
    }
  }

  @Test
  void bothKeysWorkDuringTheOverlapAndTheOldOneEndsWithIt() {
    Key lasting = newKey("{\"name\":\"lasting\"}");
    Key ending = newKey("{\"name\":\"ending\"}");

    Key successor = Platform.handedOut(
        tenant,
        manager.post(KEYS + "/" + lasting.id() + "/rotate", "{\"overlap_seconds\":600}"));
    manager.post(KEYS + "/" + ending.id() + "/rotate", "{\"overlap_seconds\":0}").isStatus(201);

    whoami(lasting).isStatus(200);
    whoami(successor).isStatus(200);
    whoami(ending).isProblem(401, "key_expired");
    manager.post(KEYS + "/" + lasting.id() + "/rotate", "{\"overlap_seconds\":0}")
        .isProblem(409, "key_state_conflict");
  }

  @Test
  void aKeyHandsOnNothingThatItDoesNotHave() {
    Key reader = newKey("{\"name\":\"reader\",\"permissions\":[\"api_keys:write\",\"leads:read\"]}");
    Client holder = server.client().with(reader.text());

    holder.post(KEYS, "{\"name\":\"more\"}").isProblem(403, "permission_escalation");
    holder.post(KEYS, "{\"name\":\"the same\",\"permissions\":[\"leads:read\"]}").isStatus(201);
    holder.patch(KEYS + "/" + reader.id(), "{\"permissions\":[\"api_keys:write\",\"audit:read\"]}")
        .isProblem(403, "permission_escalation");
  }

  @Test
  void aRateLimitIsKeptAndSaysWhenToComeBack() {
    Key limited = newKey("{\"name\":\"limited\",\"rate_limit\":{\"requests\":2,\"window_seconds\":3600}}");

    assertThat(whoami(limited).isStatus(200).header("RateLimit")).contains("r=1");
    whoami(limited).isStatus(200);
    Answer refused = whoami(limited).isProblem(429, "rate_limited");

    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 1800);
  }

  @Test
  void aKeyIsBoundToItsAddressesAndItsPeriod() {
    Key elsewhere = newKey("{\"name\":\"elsewhere\",\"allowed_addresses\":[\"192.0.2.0/24\"]}");
    Key here = newKey("{\"name\":\"here\",\"allowed_addresses\":[\"127.0.0.0/8\",\"::1\"]}");
    Key later = newKey("{\"name\":\"later\",\"not_before\":\"2999-01-01T00:00:00Z\"}");
    Key over = platform.expired(tenant);

    whoami(elsewhere).isProblem(403, "address_not_allowed");
    whoami(here).isStatus(200);
    whoami(later).isProblem(401, "key_not_yet_valid");
    whoami(over).isProblem(401, "key_expired");
  }

  @Test
  void anExplanationNamesTheRuleThatDecidesAndSoDoesTheRefusal() {
    String campaign = Platform.campaign(manager);
    Key key = newKey("""
        {"name":"denied","campaign_access":{"rules":[
          {"effect":"allow","actions":["read","write"],"campaigns":{"all":true}},
          {"effect":"deny","actions":["write"],"campaigns":{"ids":["%s"]}}]}}""".formatted(campaign));

    Answer explained = manager.post(
        EXPLAIN,
        "{\"key_id\":\"%s\",\"permission\":\"leads:write\",\"campaign_id\":\"%s\"}".formatted(key.id(), campaign));
    server.client().with(key.text()).post(Platform.leads(campaign), "{\"phone_number\":\"+14155550123\"}")
        .isProblem(403, "campaign_access_denied");

    assertThat(explained.isStatus(200).text("data", "decision")).isEqualTo("refused");
    assertThat(explained.text("data", "code")).isEqualTo("campaign_access_denied");
    JsonNode steps = explained.json().get("data").get("steps");
    JsonNode last = steps.get(steps.size() - 1);
    assertThat(last.get("rule").get("effect").getStringValue()).isEqualTo("deny");
    assertThat(explained.text("data", "fix")).isNotBlank();
  }

  @Test
  void aListShowsOnlyTheCampaignsThatTheKeyMayRead() {
    String named = Platform.campaign(manager);
    String other = Platform.campaign(manager);
    Key key = newKey("""
        {"name":"one campaign","campaign_access":{"rules":[
          {"effect":"allow","actions":["read"],"campaigns":{"ids":["%s"]}}]}}""".formatted(named));

    List<String> listed = server.client()
        .with(key.text())
        .get("/api/v2/voice-campaigns")
        .list()
        .stream()
        .map(campaign -> campaign.get("campaign_id").getStringValue())
        .toList();

    assertThat(listed).containsExactly(named).doesNotContain(other);
  }

  @Test
  void theOperatorVerifiesAKeyByTheSameRules() {
    Key key = newKey("{\"name\":\"verified\"}");

    Answer valid = platform.operator().post("/api/platform/v1/keys/verify", "{\"key\":\"" + key.text() + "\"}");
    manager.patch(KEYS + "/" + key.id(), "{\"status\":\"DISABLED\"}").isStatus(200);
    Answer disabled = platform.operator().post("/api/platform/v1/keys/verify", "{\"key\":\"" + key.text() + "\"}");

    assertThat(valid.isStatus(200).json().get("data").get("valid").getBooleanValue()).isTrue();
    assertThat(disabled.isStatus(200).json().get("data").get("valid").getBooleanValue()).isFalse();
    assertThat(disabled.text("data", "code")).isEqualTo("key_disabled");
  }

  @Test
  void aRequestThatIsSentAgainIsCarriedOutOnceAndTheSecretIsNotShownTwice() {
    Client repeating = manager.sending("Idempotency-Key", "make-it-once");

    Answer first = repeating.post(KEYS, "{\"name\":\"once\"}").isStatus(201);
    Answer again = repeating.post(KEYS, "{\"name\":\"once\"}").isStatus(201);

    assertThat(again.text("data", "id")).isEqualTo(first.text("data", "id"));
    assertThat(first.text("data", "key")).startsWith("lk_live_");
    assertThat(again.json().get("data").get("key")).isNull();
    assertThat(again.body()).doesNotContain(first.text("data", "key"));
    repeating.post(KEYS, "{\"name\":\"another\"}").isProblem(422, "idempotency_key_reused");
    assertThat(manager.get(KEYS + "?q=once").list()).hasSize(1);
  }

  @Test
  void theTrailTellsWhoDidWhat() {
    Key key = newKey("{\"name\":\"watched\"}");
    manager.delete(KEYS + "/" + key.id()).isStatus(204);

    JsonNode newest = platform.operator().get(platform.path(tenant) + "/audit-events?limit=1").list().getFirst();

    assertThat(newest.get("action").getStringValue()).isEqualTo("api_key.deleted");
    assertThat(newest.get("details").get("name").getStringValue()).isEqualTo("watched");
    assertThat(newest.get("details").get("masked_key").getStringValue()).isEqualTo(key.masked());
    assertThat(newest.get("address").getStringValue()).isEqualTo("127.0.0.1");
  }

  private Key newKey(String json) {
    return Platform.handedOut(tenant, manager.post(KEYS, json));
  }

  private Answer whoami(Key key) {
    return server.client().with(key.text()).get(WHOAMI);
  }

  private static List<Integer> atOnce(Callable<Answer> request) {
    CyclicBarrier start = new CyclicBarrier(2);
    try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> answers = IntStream.range(0, 2).mapToObj(_ -> both.submit(() -> {
        start.await();
        return request.call().status();
      })).toList();
      return List.of(answers.getFirst().get(), answers.getLast().get());
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }
}
