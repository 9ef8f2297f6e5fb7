package dev.latchkey.bootstrap.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchkey.bootstrap.Answer;
import dev.latchkey.bootstrap.Client;
import dev.latchkey.bootstrap.Platform;
import dev.latchkey.bootstrap.Platform.Key;
import dev.latchkey.bootstrap.RawRequest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** "The decision, in order". */
record DecisionRows(House house) {

  private static final String WHOAMI = "GET /api/v2/auth/whoami";
  private static final String REALM = "Bearer realm=\"latchkey\"";
  private static final String INVALID = REALM + ", error=\"invalid_token\"";

  Stream<DynamicTest> rows() {
    return Stream.of(
        dynamicTest("1 no Authorization: 401 credentials_missing",
            () -> house.send(house.anybody(), WHOAMI, "").problem(401, "credentials_missing")
                .header("WWW-Authenticate", REALM)),
        dynamicTest("2 anything else: 401 credentials_malformed",
            () -> house.send(house.anybody().sending("Authorization", house.all().text()), WHOAMI, "")
                .problem(401, "credentials_malformed")
                .header("WWW-Authenticate", REALM + ", error=\"invalid_request\"")),
        dynamicTest("1 no Authorization, an X-API-Key: detail says that it is not read",
            () -> detail(house.anybody().sending("X-API-Key", house.all().text()), "credentials_missing",
                "X-API-Key is not read")),
        dynamicTest("2 the word Bearer twice: detail names it",
            () -> detail(house.anybody().with("Bearer " + house.all().text()), "credentials_malformed", "twice")),
        dynamicTest("2 a masked key: detail names it",
            () -> detail(house.anybody().with(house.all().masked().replace("…", "...")), "credentials_malformed",
                "masked")),
        dynamicTest("2 quotes round the key: detail names them",
            () -> detail(house.anybody().with('"' + house.all().text() + '"'), "credentials_malformed", "quotation")),
        dynamicTest("2 brackets round the key: detail names them",
            () -> detail(house.anybody().with("<" + house.all().text() + ">"), "credentials_malformed", "brackets")),
        dynamicTest("2 an invisible character: detail names it", this::invisible),
        dynamicTest("failed authentications beyond 60 in a minute: 429 too_many_failures", this::guessing),
        dynamicTest("2 scheme Bearer in any case",
            () -> house.send(house.anybody().sending("Authorization", "bEARER " + house.all().text()), WHOAMI, "")
                .is(200)),
        dynamicTest("3 not our format: 401 key_malformed",
            () -> house.with(house.all().text() + "x", WHOAMI, "").problem(401, "key_malformed")
                .header("WWW-Authenticate", INVALID)),
        dynamicTest("4 deleted: 401 key_invalid", this::deleted),
        dynamicTest("5 disabled: 401 key_disabled", this::disabled),
        dynamicTest("6 expiry: 401 key_expired",
            () -> house.with(house.platform().expired(house.tenant()).text(), WHOAMI, "").problem(401, "key_expired")
                .header("WWW-Authenticate", INVALID)),
        dynamicTest("6 not before: 401 key_not_yet_valid",
            () -> refused("\"not_before\":\"2999-01-01T00:00:00Z\"", 401, "key_not_yet_valid")
                .header("WWW-Authenticate", INVALID)),
        dynamicTest("7 suspended: 403 tenant_suspended", this::suspended),
        dynamicTest("8 address not in the allow list: 403 address_not_allowed",
            () -> refused("\"allowed_addresses\":[\"192.0.2.0/24\"]", 403, "address_not_allowed")
                .member("address", "127.0.0.1")),
        dynamicTest("9 rate limit exceeded: 429 rate_limited", this::limited),
        dynamicTest("10 lacks the permission: 403 permission_missing", this::lacking),
        dynamicTest("11 tenant_id absent: 400 tenant_id_missing",
            () -> house.key("POST " + Platform.leadsV1(house.campaign()), "{\"phone_number\":\"x\"}")
                .problem(400, "tenant_id_missing").fault("/tenant_id", "required")),
        dynamicTest("11 tenant_id not the key's: 403 tenant_mismatch",
            () -> house.key("POST " + Platform.leadsV1(house.campaign()),
                "{\"tenant_id\":\"%s\",\"phone_number\":\"x\"}".formatted(house.stranger()))
                .problem(403, "tenant_mismatch")),
        dynamicTest("12 not allowed by the rules: 403 campaign_access_denied, whether it exists or not", this::denied),
        dynamicTest("13 campaign not in this tenant: 404 campaign_not_found",
            () -> house.key("GET " + Platform.leads("VoiceCampaign:1"), "").problem(404, "campaign_not_found")),
        dynamicTest("14 body invalid: 400 validation_failed",
            () -> house.key("POST " + house.leads(), "{\"phone_number\":\"1\"}").problem(400, "validation_failed")
                .fault("/phone_number", "invalid_phone_number")),
        dynamicTest("14 not JSON at all: 400 body_malformed",
            () -> house.key("POST " + house.leads(), "{").problem(400, "body_malformed")),
        dynamicTest("14 on v1 that comes at step 11",
            () -> house.key("POST " + Platform.leadsV1("VoiceCampaign:1"), "{").problem(400, "body_malformed")));
  }

  private void detail(Client client, String code, String named) {
    assertThat(house.send(client, WHOAMI, "").problem(401, code).text("detail")).contains(named);
  }

  /** The client of the others sends ASCII alone. */
  private void invisible() throws IOException {
    try (RawRequest request = RawRequest.to(house.anybody().url())) {
      Answer answer = request
          .lines("GET /api/v2/auth/whoami HTTP/1.1", "Host: localhost", "Connection: close",
              "Authorization: Bearer \u00EF\u00BB\u00BF" + house.all().text(), "")
          .answer()
          .isProblem(401, "credentials_malformed");
      assertThat(answer.text("detail")).contains("invisible");
    }
  }

  private void guessing() {
    Key gone = house.make("");
    house.key("DELETE /api/v2/api-keys/" + gone.id(), "").is(204);
    String question = "{\"key\":\"%s\",\"address\":\"192.0.2.99\"}".formatted(gone.text());
    for (int i = 0; i < 60; i++) {
      assertThat(house.operator("POST /api/platform/v1/keys/verify", question).is(200).text("data", "code"))
          .isEqualTo("key_invalid");
    }
    assertThat(house.operator("POST /api/platform/v1/keys/verify", question).is(200).text("data", "code"))
        .isEqualTo("too_many_failures");
    house.covered().add("too_many_failures");
  }

  private void deleted() {
    Key key = house.make("");
    house.key("DELETE /api/v2/api-keys/" + key.id(), "").is(204);
    house.with(key.text(), WHOAMI, "").problem(401, "key_invalid").header("WWW-Authenticate", INVALID);
  }

  private void disabled() {
    Key key = house.make("");
    house.key("PATCH /api/v2/api-keys/" + key.id(), "{\"status\":\"DISABLED\"}").is(200);
    house.with(key.text(), WHOAMI, "").problem(401, "key_disabled").header("WWW-Authenticate", INVALID);
  }

  private void suspended() {
    String tenant = house.platform().tenant("To be suspended");
    Key key = house.platform().key(tenant);
    house.operator("PATCH /api/platform/v1/tenants/" + tenant, "{\"status\":\"SUSPENDED\",\"reason\":\"unpaid\"}")
        .is(200);
    house.with(key.text(), WHOAMI, "").problem(403, "tenant_suspended");
    house.operator("PATCH /api/platform/v1/tenants/" + tenant, "{\"status\":\"ACTIVE\"}").is(200);
    house.with(key.text(), WHOAMI, "").is(200);
  }

  private void limited() {
    Key key = house.make("\"rate_limit\":{\"requests\":1,\"window_seconds\":3600}");
    house.with(key.text(), WHOAMI, "").is(200);
    Reply refused = house.with(key.text(), WHOAMI, "").problem(429, "rate_limited");
    assertThat(Integer.parseInt(refused.answer().header("Retry-After"))).isBetween(1, 3600);
    assertThat(refused.answer().has("RateLimit")).isTrue();
    assertThat(refused.answer().has("RateLimit-Policy")).isTrue();
  }

  private void lacking() {
    Key key = house.make("\"permissions\":[\"leads:read\"]");
    house.with(key.text(), "POST " + house.leads(), "{").problem(403, "permission_missing")
        .header("WWW-Authenticate", REALM + ", error=\"insufficient_scope\", scope=\"leads:write\"");
  }

  private void denied() {
    Key key = house.make("""
        "campaign_access":{"rules":[
          {"effect":"allow","actions":["read"],"campaigns":{"ids":["%s"]}}]}""".formatted(house.campaign()));
    house.with(key.text(), "GET " + house.leads(), "").is(200);
    house.with(key.text(), "POST " + house.leads(), "{").problem(403, "campaign_access_denied");
    house.with(key.text(), "GET " + Platform.leads("VoiceCampaign:1"), "").problem(403, "campaign_access_denied");
  }

  private Reply refused(String members, int status, String code) {
    return house.with(house.make(members).text(), WHOAMI, "").problem(status, code);
  }
}
