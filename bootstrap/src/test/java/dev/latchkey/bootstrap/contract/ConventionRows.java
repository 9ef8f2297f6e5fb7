package dev.latchkey.bootstrap.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchkey.bootstrap.Client;
import dev.latchkey.bootstrap.Platform;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** What holds of every route alike. */
record ConventionRows(House house) {

  private static final String TENANTS = "/api/platform/v1/tenants";
  private static final String WHOAMI = "/api/v2/auth/whoami";

  Stream<DynamicTest> rows() {
    return Stream.of(
        dynamicTest("times are RFC 3339 in UTC with Z",
            () -> assertThat(house.operator("GET " + TENANTS + "/" + house.tenant(), "").text("data", "created_at"))
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z")),
        dynamicTest("a path id of the wrong type or undecodable: treated as unknown", () -> {
          for (String id : new String[]{house.tenant(), "ApiKey:x", "%21%21", "1"}) {
            house.key("GET /api/v2/api-keys/" + id, "").problem(404, "api_key_not_found");
          }
        }),
        dynamicTest("a trailing slash is accepted on every route, without redirect", () -> {
          for (String path : new String[]{WHOAMI, house.leads(), "/api/v2/voice-campaigns", "/api/v2/api-keys"}) {
            house.key("GET " + path + "/", "").is(200);
          }
          house.operator("GET " + TENANTS + "/", "").is(200);
          house.send(house.anybody(), "GET /version/", "").is(200);
        }),
        dynamicTest("X-Request-Id: else a new one", () -> {
          for (String unfit : new String[]{"x".repeat(65), "a b", "a/b"}) {
            String told = house.send(house.anybody().sending("X-Request-Id", unfit), "GET /version", "").is(200)
                .answer().header("X-Request-Id");
            assertThat(told).isNotEqualTo(unfit).matches("[A-Za-z0-9._-]{1,64}");
          }
          String longest = "x".repeat(64);
          house.send(house.anybody().sending("X-Request-Id", longest), "GET /version", "")
              .header("X-Request-Id", longest);
        }),
        dynamicTest("401 carries WWW-Authenticate, without error= when no credentials came",
            () -> house.send(house.anybody(), "GET " + WHOAMI, "").problem(401, "credentials_missing")
                .header("WWW-Authenticate", "Bearer realm=\"latchkey\"")),
        dynamicTest("401 carries WWW-Authenticate, with error= when credentials came",
            () -> house.with("x", "GET " + WHOAMI, "").problem(401, "key_malformed")
                .header("WWW-Authenticate", "Bearer realm=\"latchkey\", error=\"invalid_token\"")),
        dynamicTest("unknown body members: ignored on campaign and lead endpoints", this::ignored),
        dynamicTest("unknown body members: 400 unknown_field for tenants and members", this::unknown),
        dynamicTest("Idempotency-Key: kept per key and route", this::keptPerKeyAndRoute));
  }

  private void ignored() {
    String number = house.number();
    house.key("POST " + house.leads(), "{\"phone_number\":\"%s\",\"phne\":1}".formatted(number)).is(201);
    house.key("POST " + house.leads() + "/bulk", "[{\"phone_number\":\"%s\",\"phne\":1}]".formatted(house.number()))
        .is(202);
    house.key("PATCH /v1/api/voice-campaigns/" + house.campaign() + "/lead/update",
        "{\"phone_number\":\"%s\",\"phne\":1}".formatted(number)).is(200);
    house.key("PATCH /api/v2/voice-campaigns/" + house.campaign(), "{\"nme\":1}").is(200);
  }

  private void unknown() {
    house.operator("POST " + TENANTS, "{\"name\":\"T\",\"nme\":1}").problem(400, "unknown_field")
        .fault("/nme", "unknown_field");
    house.operator("PATCH " + TENANTS + "/" + house.stranger(), "{\"statsu\":\"SUSPENDED\"}")
        .problem(400, "unknown_field").fault("/statsu", "unknown_field");
    house.operator("POST " + TENANTS + "/" + house.tenant() + "/members",
        "{\"email\":\"a@acme.example\",\"password\":\"a long pass phrase\",\"role\":\"VIEWER\",\"rle\":1}")
        .problem(400, "unknown_field").fault("/rle", "unknown_field");
  }

  private void keptPerKeyAndRoute() {
    Client one = house.anybody().with(house.all().text()).sending("Idempotency-Key", "shared");
    Client other = house.anybody().with(house.make("").text()).sending("Idempotency-Key", "shared");
    String lead = LeadRows.lead(house.number());
    String id = house.send(one, "POST " + house.leads(), lead).is(201).text("data", "campaign_lead_id");
    Reply again = house.send(one, "POST " + house.leads(), lead).is(201).header("Idempotent-Replayed", "true");
    assertThat(again.text("data", "campaign_lead_id")).isEqualTo(id);
    Reply apart = house.send(other, "POST " + house.leads(), LeadRows.lead(house.number())).is(201);
    assertThat(apart.answer().has("Idempotent-Replayed")).isFalse();
    Reply elsewhere = house.send(one, "POST " + Platform.leads(house.campaign()) + "/bulk", "[" + lead + "]").is(202);
    assertThat(elsewhere.answer().has("Idempotent-Replayed")).isFalse();
  }
}
