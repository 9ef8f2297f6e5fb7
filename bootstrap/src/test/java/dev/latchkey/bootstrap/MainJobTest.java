package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.bootstrap.Platform.Key;
import io.micronaut.json.tree.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key is issued, a lead goes in, a refusal says why. */
class MainJobTest {

  private static final String ADA = "{\"phone_number\":\"+14155550123\",\"first_name\":\"Ada\"}";
  private static final String ADDED = "Lead added to the campaign successfully";
  private static final String WHOAMI = "/api/v2/auth/whoami";

  private static RunningServer server;
  private static Client anybody;
  private static Platform platform;
  private static String tenant;
  private static Key key;
  private static Client holder;

  @BeforeAll
  static void startAServerWithATenant(@TempDir Path folder) {
    server = RunningServer.start(folder.resolve("data"), Map.of("LATCHKEY_OPERATOR_TOKEN", Platform.TOKEN));
    anybody = server.client();
    platform = Platform.of(anybody);
    tenant = platform.tenant("Acme");
    key = platform.key(tenant);
    holder = anybody.with(key.text());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aChangeOfATenantThatChangesNothingLeavesNoTrace() {
    String tenant = platform.tenant("Same");
    String events = platform.path(tenant) + "/audit-events";
    String before = platform.operator().get(events).isStatus(200).body();

    for (String change : List.of("{}", "{\"name\":\"Same\"}", "{\"status\":\"ACTIVE\",\"reason\":\"none\"}")) {
      platform.operator().patch(platform.path(tenant), change).isStatus(200);
    }
    assertThat(platform.operator().get(events).body()).isEqualTo(before);
    assertThat(platform.operator().patch(platform.path(tenant), "{\"reason\":\"alone\"}")
        .isProblem(400, "validation_failed").faults()).containsEntry("/reason", "required");
  }

  @Test
  void theOperatorMakesATenantAndReadsItBack() {
    Answer made = platform.operator().post("/api/platform/v1/tenants", "{\"name\":\"Brook & Söhne\"}").isStatus(201);

    assertThat(made.text("status")).isEqualTo("success");
    assertThat(made.text("data", "name")).isEqualTo("Brook & Söhne");
    assertThat(made.text("data", "status")).isEqualTo("ACTIVE");
    assertThat(made.text("data", "created_at")).endsWith("Z");
    assertThat(Instant.parse(made.text("data", "created_at"))).isBeforeOrEqualTo(Instant.now());
    Answer found = platform.operator().get(platform.path(made.text("data", "id"))).isStatus(200);
    assertThat(found.json().get("data")).isEqualTo(made.json().get("data"));
    assertThat(platform.operator().get("/api/platform/v1/tenants?limit=100").list())
        .contains(found.json().get("data"));
  }

  @Test
  void aKeyIsShownOnceAndNeverAgain() {
    Answer made = platform.operator().post(platform.keys(tenant), "{\"name\":\"shown once\"}").isStatus(201);
    Key shown = Platform.handedOut(tenant, made);

    assertThat(made.header("Cache-Control")).isEqualTo("no-store");
    assertThat(shown.text()).matches("lk_live_[0-9A-Za-z]+_[0-9A-Za-z]+");
    assertThat(shown.secret().length()).as("base62 digits of the secret").isGreaterThanOrEqualTo(27);
    assertThat(shown.masked()).matches("lk_live_[0-9A-Za-z]{4}…[0-9A-Za-z]{4}");
    Answer found = platform.operator().get(platform.path(shown)).isStatus(200);
    Answer listed = platform.operator().get(platform.keys(tenant) + "?limit=100").isStatus(200);
    Answer told = anybody.with(shown.text()).get(WHOAMI).isStatus(200);
    assertThat(List.of(found.body(), listed.body(), told.body()))
        .allSatisfy(body -> assertThat(body).contains(shown.masked()).doesNotContain(shown.secret()));
    assertThat(found.json().get("data").get("key")).isNull();
  }

  @Test
  void aKeyMadeWithNothingButANameMayDoWhatKeysUsuallyDo() {
    JsonNode record = platform.operator().get(platform.path(key)).isStatus(200).json().get("data");

    assertThat(record.get("status").getStringValue()).isEqualTo("ACTIVE");
    assertThat(record.get("environment").getStringValue()).isEqualTo("live");
    assertThat(record.get("permissions").values()).extracting(JsonNode::getStringValue)
        .containsExactlyInAnyOrder("leads:read", "leads:write", "campaigns:read", "campaigns:write");
    assertThat(record.get("created_by").getStringValue()).isEqualTo("operator");
  }

  @Test
  void aLeadGoesInAndComesBack() {
    String campaign = Platform.campaign(holder);

    Answer added = holder.post(
        Platform.leads(campaign),
        """
            {"phone_number":"+14155550199","first_name":"Zoë","last_name":"李","email":"zoe@example.com",
             "custom_fields":{"plan":"gold","seats":3,"trial":false}}""").says(201, ADDED);

    List<JsonNode> leads = holder.get(Platform.leads(campaign)).list();
    assertThat(leads).hasSize(1);
    JsonNode lead = leads.getFirst();
    assertThat(lead.get("campaign_lead_id").getStringValue()).isEqualTo(added.text("data", "campaign_lead_id"));
    assertThat(lead.get("phone_number").getStringValue()).isEqualTo("+14155550199");
    assertThat(lead.get("first_name").getStringValue()).isEqualTo("Zoë");
    assertThat(lead.get("last_name").getStringValue()).isEqualTo("李");
    assertThat(lead.get("email").getStringValue()).isEqualTo("zoe@example.com");
    assertThat(lead.get("custom_fields").get("plan").getStringValue()).isEqualTo("gold");
    assertThat(lead.get("custom_fields").get("seats").getIntValue()).isEqualTo(3);
    assertThat(lead.get("custom_fields").get("trial").getBooleanValue()).isFalse();
    assertThat(lead.get("do_not_call").getBooleanValue()).isFalse();
    assertThat(lead.get("created_at").getStringValue()).endsWith("Z");
    assertThat(lead.get("updated_at").getStringValue()).endsWith("Z");
  }

  @Test
  void theSameLeadTwiceIsOneAndAnotherWithItsNumberIsTold() {
    String leads = Platform.leads(Platform.campaign(holder));
    String first = holder.post(leads, ADA).says(201, ADDED).text("data", "campaign_lead_id");

    assertThat(holder.post(leads, ADA).says(200, ADDED).text("data", "campaign_lead_id")).isEqualTo(first);
    holder.post(leads, "{\"phone_number\":\"+14155550123\",\"first_name\":\"Eve\"}").isProblem(409, "lead_exists");
    assertThat(holder.get(leads).list()).hasSize(1);
  }

  @Test
  void aListComesNewestFirstAndInPages() {
    String leads = Platform.leads(Platform.campaign(holder));
    for (int i = 0; i < 3; i++) {
      holder.post(leads, "{\"phone_number\":\"+1415555010%d\"}".formatted(i)).says(201, ADDED);
    }

    Answer first = holder.get(leads + "?limit=2");
    assertThat(first.list()).extracting(lead -> lead.get("phone_number").getStringValue())
        .containsExactly("+14155550102", "+14155550101");
    Answer second = holder.get(leads + "?limit=2&cursor=" + first.text("next_cursor"));
    assertThat(second.list()).extracting(lead -> lead.get("phone_number").getStringValue())
        .containsExactly("+14155550100");
    assertThat(second.json().get("next_cursor").isNull()).isTrue();
  }

  @Test
  void theFirstVersionTakesALeadForTheKeysOwnTenantAlone() {
    String other = platform.tenant("Other");
    String campaign = Platform.campaign(holder);
    String leads = Platform.leadsV1(campaign);

    holder.post(leads, ADA).isProblem(400, "tenant_id_missing");
    holder.post(leads, lead(other)).isProblem(403, "tenant_mismatch");
    holder.post(leads, lead("VGVuYW50OjE=")).isProblem(403, "tenant_mismatch");
    holder.post(leads, lead("no id at all")).isProblem(403, "tenant_mismatch");
    assertThat(holder.get(Platform.leads(campaign)).list()).isEmpty();

    Answer added = holder.post(leads, lead(tenant)).says(201, ADDED);
    assertThat(added.json().get("data")).isNull();
    assertThat(holder.get(Platform.leads(campaign)).list()).hasSize(1);
  }

  @Test
  void aKeyIsToldWhatItIs() {
    Answer told = holder.get(WHOAMI).isStatus(200);

    assertThat(told.text("data", "key", "id")).isEqualTo(key.id());
    assertThat(told.text("data", "key", "masked_key")).isEqualTo(key.masked());
    assertThat(told.text("data", "tenant", "id")).isEqualTo(tenant);
    assertThat(told.text("data", "tenant", "name")).isEqualTo("Acme");
    assertThat(told.text("data", "tenant", "status")).isEqualTo("ACTIVE");
    assertThat(told.json().get("data").get("permissions").size()).isEqualTo(4);
    assertThat(told.json().get("data").get("campaign_access").get("rules").size()).isEqualTo(1);
  }

  @Test
  void withoutAPermissionTheRefusalNamesIt() {
    String leads = Platform.leads(Platform.campaign(holder));
    Client reader = anybody.with(platform.key(tenant, "{\"name\":\"r\",\"permissions\":[\"leads:read\"]}").text());

    reader.post(leads, ADA)
        .isProblem(403, "permission_missing")
        .challenges("Bearer realm=\"latchkey\", error=\"insufficient_scope\", scope=\"leads:write\"");
    reader.post("/api/v2/voice-campaigns", "{}")
        .isProblem(403, "permission_missing")
        .challenges("Bearer realm=\"latchkey\", error=\"insufficient_scope\", scope=\"campaigns:write\"");
    assertThat(reader.get(leads).list()).isEmpty();
  }

  @Test
  void aDisabledKeyOpensNothingUntilItIsEnabledAgain() {
    Key switched = platform.key(tenant);
    Client client = anybody.with(switched.text());
    client.get(WHOAMI).isStatus(200);

    platform.operator().patch(platform.path(switched), "{\"status\":\"DISABLED\"}").isStatus(200);
    client.get(WHOAMI)
        .isProblem(401, "key_disabled")
        .challenges("Bearer realm=\"latchkey\", error=\"invalid_token\"");

    platform.operator().patch(platform.path(switched), "{\"status\":\"ACTIVE\"}").isStatus(200);
    client.get(WHOAMI).isStatus(200);
  }

  @Test
  void aSuspendedTenantsKeysAreRefusedUntilItIsReactivated() {
    String suspended = platform.tenant("Suspended");
    Client client = anybody.with(platform.key(suspended).text());
    client.get(WHOAMI).isStatus(200);

    platform.operator()
        .patch(platform.path(suspended), "{\"status\":\"SUSPENDED\",\"reason\":\"unpaid\"}")
        .isStatus(200);
    assertThat(client.get(WHOAMI).isProblem(403, "tenant_suspended").has("WWW-Authenticate")).isFalse();
    holder.get(WHOAMI).isStatus(200);

    platform.operator().patch(platform.path(suspended), "{\"status\":\"ACTIVE\"}").isStatus(200);
    client.get(WHOAMI).isStatus(200);
  }

  @Test
  void aDeletedKeyIsAsIfItHadNeverBeen() {
    Key deleted = platform.key(tenant);
    Client client = anybody.with(deleted.text());
    client.get(WHOAMI).isStatus(200);

    assertThat(platform.operator().delete(platform.path(deleted)).isStatus(204).body()).isEmpty();

    client.get(WHOAMI)
        .isProblem(401, "key_invalid")
        .challenges("Bearer realm=\"latchkey\", error=\"invalid_token\"");
    platform.operator().get(platform.path(deleted)).isProblem(404, "api_key_not_found");
    platform.operator().delete(platform.path(deleted)).isProblem(404, "api_key_not_found");
  }

  @Test
  void anExpiredKeyAndOneOfTomorrowSaySo() {
    Key expired = platform.expired(tenant);
    Key early = platform.key(tenant, "{\"name\":\"new\",\"not_before\":\"2999-01-01T00:00:00Z\"}");

    anybody.with(expired.text()).get(WHOAMI).isProblem(401, "key_expired");
    anybody.with(early.text()).get(WHOAMI).isProblem(401, "key_not_yet_valid");
  }

  @Test
  void aCampaignOutOfReachIsRefusedWhetherItExistsOrNot() {
    String reached = Platform.campaign(holder);
    String hidden = Platform.campaign(holder);
    Client narrow = anybody.with(platform.key(tenant, """
        {"name":"narrow","campaign_access":{"rules":[
          {"effect":"allow","actions":["read","write"],"campaigns":{"ids":["%s"]}},
          {"effect":"deny","actions":["write"],"campaigns":{"ids":["%s"]}}]}}""".formatted(reached, reached)).text());

    assertThat(narrow.get(Platform.leads(reached)).list()).isEmpty();
    narrow.post(Platform.leads(reached), ADA).isProblem(403, "campaign_access_denied");
    narrow.get(Platform.leads(hidden)).isProblem(403, "campaign_access_denied");
    narrow.get(Platform.leads("VoiceCampaign:1")).isProblem(403, "campaign_access_denied");
    holder.get(Platform.leads("VoiceCampaign:1")).isProblem(404, "campaign_not_found");
    holder.post(Platform.leads("VoiceCampaign:1"), ADA).isProblem(404, "campaign_not_found");
    assertThat(holder.get(Platform.leads(reached)).list()).isEmpty();
  }

  @Test
  void theOperatorsTokenAndApiKeysDoNotOpenEachOthersDoors() {
    platform.operator().get(WHOAMI).isProblem(401, "key_malformed");
    holder.get("/api/platform/v1/tenants")
        .isProblem(401, "operator_token_invalid")
        .challenges("Bearer realm=\"latchkey\", error=\"invalid_token\"");
    anybody.get("/api/platform/v1/tenants").isProblem(401, "credentials_missing");
  }

  @Test
  void everyRefusalsTypeLeadsToItsExplanation() {
    String type = anybody.get(WHOAMI)
        .isProblem(401, "credentials_missing")
        .challenges("Bearer realm=\"latchkey\"")
        .text("type");

    assertThat(anybody.get(type).isStatus(200).body()).contains("credentials_missing", "401");
  }

  private static String lead(String tenantId) {
    return "{\"tenant_id\":\"%s\",\"phone_number\":\"+14155550123\"}".formatted(tenantId);
  }
}
