package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.bootstrap.Platform.Key;
import io.micronaut.json.tree.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What keys may do to keys, and what states keys have, on the running server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyDelegationTest {

  private static final String KEYS = "/api/v2/api-keys";
  private static final String WHOAMI = "/api/v2/auth/whoami";
  private static final Instant TONIGHT = Instant.now().plus(Duration.ofHours(8)).truncatedTo(ChronoUnit.SECONDS);

  /** Of the dev environment, until tonight, from one address, 2,000 requests an hour. */
  private static final String LIMITS = """
      "expires_at":"%s","allowed_addresses":["127.0.0.1"],"rate_limit":{"requests":2000,"window_seconds":3600},
      "permissions":["api_keys:read","api_keys:write","leads:read"]""".formatted(TONIGHT);

  private RunningServer server;
  private Platform platform;
  private String tenant;
  private Key limited;
  private Client holder;

  @BeforeAll
  void start(@TempDir Path folder) {
    server = RunningServer.start(folder.resolve("data"), Map.of("LATCHKEY_OPERATOR_TOKEN", Platform.TOKEN));
    platform = Platform.of(server.client());
    tenant = platform.tenant("Acme");
    limited = platform.key(tenant, "{\"name\":\"limited\",\"environment\":\"dev\"," + LIMITS + "}");
    holder = server.client().with(limited.text());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3600})
  void rotatedKeyCannotExtendItsExpiry(int overlap) {
    Key key = platform.key(tenant, "{\"name\":\"k\",\"permissions\":[\"api_keys:write\",\"api_keys:read\"]}");
    rotate(platform.path(key), overlap).isStatus(201);
    Answer ended = platform.operator().get(platform.path(key)).isStatus(200);
    String end = ended.text("data", "expires_at");

    for (String later : List.of("null", "\"2999-01-01T00:00:00Z\"", "\"" + Instant.parse(end).plusMillis(1) + "\"")) {
      String change = "{\"expires_at\":" + later + "}";
      platform.operator().patch(platform.path(key), change).isProblem(409, "key_state_conflict");
      holder.patch(KEYS + "/" + key.id(), change).isProblem(409, "key_state_conflict");
      if (overlap == 3600) {
        server.client().with(key.text()).patch(KEYS + "/" + key.id(), change).isProblem(409, "key_state_conflict");
      }
    }
    assertThat(platform.operator().get(platform.path(key)).text("data", "expires_at")).isEqualTo(end);
    platform.operator().patch(platform.path(key), "{\"expires_at\":\"2026-01-01T00:00:00Z\"}").isStatus(200);
    server.client().with(key.text()).get(WHOAMI).isProblem(401, "key_expired");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      "environment":"live"                                    | environment
      "environment":"staging"                                 | environment
      "permissions":["leads:write"]                           | permissions
      "allowed_addresses":[]                                  | addresses
      "allowed_addresses":null                                | addresses
      "allowed_addresses":["127.0.0.0/8"]                     | addresses
      "allowed_addresses":["127.0.0.1","192.0.2.1"]           | addresses
      "expires_at":null                                       | validity period
      "expires_at":"2999-01-01T00:00:00Z"                     | validity period
      "rate_limit":null                                       | rate limit
      "rate_limit":{"requests":2001,"window_seconds":86400}   | rate limit
      "rate_limit":{"requests":2000,"window_seconds":3599}    | rate limit
      """)
  void aKeyCreatesNoneThatExceedsItAndTheAnswerNamesTheDimension(String member, String dimension) {
    String name = member.substring(1, member.indexOf("\":"));
    String within = """
        "environment":"dev","expires_at":"%s","allowed_addresses":["127.0.0.1"],"permissions":["leads:read"],
        "rate_limit":{"requests":2000,"window_seconds":3600}""".formatted(TONIGHT);
    String others = within.replaceAll("\"" + name + "\":(\\{[^}]*}|\\[[^]]*]|\"[^\"]*\"),?", "").strip()
        .replaceAll(",$", "");

    Answer refused = holder.post(KEYS, "{\"name\":\"child\"," + member + "," + others + "}")
        .isProblem(403, "permission_escalation");
    assertThat(refused.text("detail")).contains(": " + dimension + ".");
    holder.post(KEYS, "{\"name\":\"child\"," + within + "}").isStatus(201);
  }

  @Test
  void aKeyThatSaysNothingOfItsChildExceedsItself() {
    Answer refused = holder.post(KEYS, "{\"name\":\"child\"}").isProblem(403, "permission_escalation");
    assertThat(refused.text("detail")).contains("permissions, addresses, validity period, rate limit");
  }

  @Test
  void aKeyPatchesNoneOfItsOwnLimitsAway() {
    Key key = platform.key(tenant, "{\"name\":\"own\",\"environment\":\"dev\"," + LIMITS + "}");
    Client own = server.client().with(key.text());
    String path = KEYS + "/" + key.id();

    for (String change : List.of(
        "\"allowed_addresses\":[]", "\"allowed_addresses\":null", "\"expires_at\":null", "\"rate_limit\":null",
        "\"expires_at\":\"2999-01-01T00:00:00Z\"", "\"permissions\":[\"api_keys:write\",\"leads:write\"]")) {
      own.patch(path, "{" + change + "}").isProblem(403, "permission_escalation");
    }
    assertThat(platform.operator().get(platform.path(key)).header("ETag")).isEqualTo("\"v1\"");
    own.patch(path, "{\"rate_limit\":{\"requests\":1000,\"window_seconds\":3600}}").isStatus(200);
    own.patch(path, "{\"rate_limit\":{\"requests\":2000,\"window_seconds\":3600}}")
        .isProblem(403, "permission_escalation");
    own.post(path + "/rotate", "{\"overlap_seconds\":0,\"expires_at\":\"2999-01-01T00:00:00Z\"}")
        .isProblem(403, "permission_escalation");
    assertThat(own.post(path + "/rotate", "{\"overlap_seconds\":0}").isStatus(201).text("data", "expires_at"))
        .isEqualTo(TONIGHT.toString());
  }

  @Test
  void aStrongerKeyIsDisabledAndNothingElse() {
    Key stronger = platform.key(tenant);
    String path = KEYS + "/" + stronger.id();

    holder.delete(path).isProblem(403, "permission_escalation");
    holder.post(path + "/rotate", "{\"overlap_seconds\":0}").isProblem(403, "permission_escalation");
    holder.patch(path, "{\"permissions\":[]}").isProblem(403, "permission_escalation");
    holder.patch(path, "{\"name\":\"renamed\"}").isProblem(403, "permission_escalation");
    holder.patch(path, "{\"status\":\"DISABLED\"}").isStatus(200);
    holder.patch(path, "{\"status\":\"ACTIVE\"}").isProblem(403, "permission_escalation");
    holder.delete(path).isProblem(403, "permission_escalation");
    server.client().with(stronger.text()).get(WHOAMI).isProblem(401, "key_disabled");
    platform.operator().delete(platform.path(stronger)).isStatus(204);
  }

  @Test
  void aReplayedRequestHandsOnNothingNew() {
    Key key = platform.key(tenant, "{\"name\":\"own\",\"environment\":\"dev\"," + LIMITS + "}");
    Client once = server.client().with(key.text()).sending("Idempotency-Key", "child");
    String child = "{\"name\":\"child\",\"permissions\":[\"leads:read\"],\"expires_at\":\"" + TONIGHT
        + "\",\"allowed_addresses\":[\"127.0.0.1\"],\"rate_limit\":{\"requests\":1,\"window_seconds\":60}}";
    Answer first = once.post(KEYS, child).isStatus(201);
    platform.operator().patch(platform.path(key), "{\"permissions\":[\"api_keys:write\"]}").isStatus(200);

    Answer again = once.post(KEYS, child).isStatus(201);

    assertThat(again.text("data", "id")).isEqualTo(first.text("data", "id"));
    assertThat(again.json().get("data").get("key")).isNull();
    server.client().with(key.text()).post(KEYS, child).isProblem(403, "permission_escalation");
  }

  @Test
  void aKeyGetsTheEnvironmentOfItsMakerUnlessItNamesOne() {
    String child = "\"permissions\":[\"leads:read\"],\"expires_at\":\"" + TONIGHT
        + "\",\"allowed_addresses\":[\"127.0.0.1\"],\"rate_limit\":{\"requests\":1,\"window_seconds\":60}";
    Answer made = holder.post(KEYS, "{\"name\":\"child\"," + child + "}").isStatus(201);

    assertThat(made.text("data", "environment")).isEqualTo("dev");
    assertThat(made.text("data", "key")).startsWith("lk_dev_");
    assertThat(made.text("data", "created_by")).isEqualTo(limited.id());
    assertThat(platform.operator().post(platform.keys(tenant), "{\"name\":\"k\"}").text("data", "environment"))
        .isEqualTo("live");
  }

  @Test
  void aRotationNeedsItsOverlapAndKeepsAStartThatLiesAhead() {
    Key early = platform.key(tenant, "{\"name\":\"early\",\"not_before\":\"2030-01-01T00:00:00Z\"}");
    String path = platform.path(early) + "/rotate";

    assertThat(platform.operator().post(path, "{}").isProblem(400, "validation_failed").faults())
        .containsEntry("/overlap_seconds", "required");
    assertThat(platform.operator().post(path, "{\"overlap_seconds\":0,\"expires_at\":\"2020-01-01T00:00:00Z\"}")
        .isProblem(400, "validation_failed").faults()).containsEntry("/expires_at", "in_the_past");
    assertThat(platform.operator().post(path, "{\"overlap_seconds\":0,\"expires_at\":\"2029-01-01T00:00:00Z\"}")
        .isProblem(400, "validation_failed").faults()).containsEntry("/expires_at", "not_after_start");
    Answer successor = platform.operator()
        .post(path, "{\"overlap_seconds\":60,\"expires_at\":\"2031-01-01T00:00:00Z\"}").isStatus(201);

    assertThat(successor.text("data", "not_before")).isEqualTo("2030-01-01T00:00:00Z");
    assertThat(successor.text("data", "expires_at")).isEqualTo("2031-01-01T00:00:00Z");
    assertThat(successor.text("data", "state")).isEqualTo("not_yet_valid");
    server.client().with(successor.text("data", "key")).get(WHOAMI).isProblem(401, "key_not_yet_valid");
  }

  @Test
  void aKeyThatWouldBeOverIsNotMade() {
    assertThat(
        platform.operator().post(platform.keys(tenant), "{\"name\":\"over\",\"expires_at\":\"2020-01-01T00:00:00Z\"}")
            .isProblem(400, "validation_failed").faults())
        .containsEntry("/expires_at", "in_the_past");
  }

  @Test
  void theStateIsComputedShownAndListedBy() {
    String other = platform.tenant("States");
    Key inForce = platform.key(other, "{\"name\":\"one\"}");
    Key early = platform.key(other, "{\"name\":\"two\",\"not_before\":\"2999-01-01T00:00:00Z\"}");
    Key disabled = platform.key(other, "{\"name\":\"three\"}");
    Key expired = platform.key(other, "{\"name\":\"four\"}");
    platform.operator().patch(platform.path(disabled), "{\"status\":\"DISABLED\"}").isStatus(200);
    platform.operator().patch(platform.path(expired), "{\"expires_at\":\"2020-01-01T00:00:00Z\"}").isStatus(200);

    Map<String, Key> states = Map.of(
        "in_force", inForce, "not_yet_valid", early, "disabled", disabled, "expired", expired);
    states.forEach((state, key) -> {
      Answer record = platform.operator().get(platform.path(key)).isStatus(200);
      assertThat(record.text("data", "state")).isEqualTo(state);
      assertThat(record.text("data", "handle")).isEqualTo(key.text().split("_", 4)[2]);
      assertThat(ids(other, "state=" + state)).containsExactly(key.id());
      assertThat(ids(other, "q=" + record.text("data", "handle"))).containsExactly(key.id());
      assertThat(ids(other, "q=" + record.text("data", "handle").substring(4))).contains(key.id());
    });
    assertThat(ids(other, "status=ACTIVE")).containsExactly(expired.id(), early.id(), inForce.id());
    assertThat(ids(other, "status=ACTIVE&state=disabled")).isEmpty();
    assertThat(ids(other, "expires_before=2021-01-01T00:00:00Z")).containsExactly(expired.id());
    assertThat(ids(other, "created_by=operator")).hasSize(4);
    assertThat(ids(other, "created_by=" + limited.id())).isEmpty();
    assertThat(ids(other, "unused_since=2020-01-01T00:00:00Z")).hasSize(4);
    assertThat(ids(other, "q=TWO")).containsExactly(early.id());
    platform.operator().get(platform.keys(other) + "?state=ACTIVE").isProblem(400, "validation_failed");
  }

  @Test
  void aChangeThatChangesNothingLeavesNoTrace() {
    Key key = platform.key(tenant, "{\"name\":\"same\",\"allowed_addresses\":[\"192.0.2.0/24\"]}");
    String before = newestEvent();

    for (String change : List.of(
        "{}", "{\"status\":\"ACTIVE\"}", "{\"name\":\"same\"}",
        "{\"allowed_addresses\":[\"192.0.2.0/24\",\"192.0.2.0/24\"]}",
        "{\"expires_at\":null,\"rate_limit\":null}")) {
      Answer same = platform.operator().sending("If-Match", "W/\"v1\"").patch(platform.path(key), change).isStatus(200);
      assertThat(same.header("ETag")).isEqualTo("\"v1\"");
      assertThat(same.json().get("data").get("version").getIntValue()).isEqualTo(1);
    }
    assertThat(newestEvent()).isEqualTo(before);
    platform.operator().sending("If-Match", "W/\"v2\"").patch(platform.path(key), "{\"name\":\"other\"}")
        .isProblem(412, "version_conflict");
  }

  @Test
  void aRecordIsReadEditedAndSentBackWhole() {
    Key key = platform.key(
        tenant, "{\"name\":\"whole\",\"environment\":\"staging\",\"not_before\":\"2020-01-01T00:00:00Z\"}");
    String body = platform.operator().get(platform.path(key)).isStatus(200).body();
    String record = body.substring(body.indexOf("\"data\":") + "\"data\":".length(), body.length() - 1);

    assertThat(platform.operator().patch(platform.path(key), record).isStatus(200).header("ETag")).isEqualTo("\"v1\"");
    platform.operator().patch(platform.path(key), record.replace("whole", "edited")).isStatus(200);
    assertThat(platform.operator().post(platform.keys(tenant), record).isStatus(201).text("data", "environment"))
        .isEqualTo("staging");
    assertThat(platform.operator().patch(platform.path(key), "{\"environment\":\"dev\",\"handle\":\"x\"}")
        .isProblem(400, "validation_failed").faults())
        .containsEntry("/environment", "unchangeable")
        .containsEntry("/handle", "unchangeable");
  }

  @Test
  void addressesReadBackInTheirCanonicalFormAndAmbiguousOnesAreRefused() {
    Answer made = platform.operator().post(
        platform.keys(tenant),
        "{\"name\":\"k\",\"allowed_addresses\":[\"2001:DB8:0:0:0:0:0:0/32\",\"192.0.2.7\"]}").isStatus(201);

    assertThat(made.body()).contains("\"allowed_addresses\":[\"2001:db8::/32\",\"192.0.2.7/32\"]");
    assertThat(platform.operator().post(platform.keys(tenant), "{\"name\":\"k\",\"allowed_addresses\":[\"010.0.0.1\"]}")
        .isProblem(400, "validation_failed").faults()).containsEntry("/allowed_addresses/0", "invalid_address");
  }

  private Answer rotate(String path, int overlap) {
    return platform.operator().post(path + "/rotate", "{\"overlap_seconds\":" + overlap + "}");
  }

  private List<String> ids(String of, String query) {
    return platform.operator().get(platform.keys(of) + "?" + query).isStatus(200).list().stream()
        .map(key -> key.get("id").getStringValue())
        .toList();
  }

  private String newestEvent() {
    JsonNode newest = platform.operator().get(platform.path(tenant) + "/audit-events?limit=1").list().getFirst();
    return newest.get("id").getStringValue();
  }
}
