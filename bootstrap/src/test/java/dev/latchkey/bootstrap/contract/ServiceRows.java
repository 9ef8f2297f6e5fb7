package dev.latchkey.bootstrap.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchkey.bootstrap.Client;
import dev.latchkey.bootstrap.Platform;
import dev.latchkey.bootstrap.Platform.Key;
import io.micronaut.json.tree.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** "Conventions", "Looking at oneself" and "The operator's API". */
record ServiceRows(House house) {

  private static final String TENANTS = "/api/platform/v1/tenants";
  private static final String WHOAMI = "/api/v2/auth/whoami";

  Stream<DynamicTest> conventions() {
    return Stream.of(
        dynamicTest("an unknown route: 404 route_not_found",
            () -> house.key("GET /api/v2/none", "").problem(404, "route_not_found")),
        dynamicTest("a wrong method: 405 with Allow",
            () -> assertThat(house.key("PUT " + house.leads(), "{}").problem(405, "method_not_allowed")
                .answer().header("Allow").split(",\\s*")).contains("GET", "POST")),
        dynamicTest("Content-Type other than JSON on a body: 415",
            () -> house.send(holder().sending("Content-Type", "text/plain"), "POST " + house.leads(), "{}")
                .problem(415, "unsupported_media_type")),
        dynamicTest("body 1 MiB: 413 body_too_large",
            () -> house.key("POST " + house.leads(), "\"" + "x".repeat(1024 * 1024) + "\"").problem(413,
                "body_too_large")),
        dynamicTest("ids: standard or URL-safe base64, padded or not, and the bare Type:pk", this::ids),
        dynamicTest("X-Request-Id: the caller's",
            () -> house.send(house.anybody().sending("X-Request-Id", "a.B_1-2"), "GET /version", "").is(200)
                .header("X-Request-Id", "a.B_1-2")),
        dynamicTest("Idempotency-Key: the first answer again, and without the secret; 422 idempotency_key_reused",
            this::repeated),
        dynamicTest("Idempotency-Key: still running: 409 idempotency_in_progress", this::inProgress),
        dynamicTest("limit 1-100, cursor, next_cursor is null at the end", this::paged),
        dynamicTest("type is a URL path served by this very server",
            () -> assertThat(house.send(house.anybody(), "GET /problems/key_invalid", "").is(200).answer().body())
                .contains("key_invalid", "401")));
  }

  Stream<DynamicTest> oneself() {
    return Stream.of(
        dynamicTest("GET /api/v2/auth/whoami: 200 data = key, tenant, permissions, campaign access",
            () -> assertThat(house.key("GET " + WHOAMI, "").is(200).members("status", "data")
                .data("key", "tenant", "permissions", "campaign_access").answer().body())
                .doesNotContain(house.all().secret())),
        dynamicTest("POST /api/v2/access/explain: granted",
            () -> assertThat(explain("leads:read\",\"campaign_id\":\"" + house.campaign()).is(200)
                .data("decision", "code", "steps").text("data", "decision")).isEqualTo("granted")),
        dynamicTest("POST /api/v2/access/explain: depends_on_campaign, with the rules, where none is given",
            () -> assertThat(explain("leads:read").is(200).data("decision", "code", "steps", "rules")
                .text("data", "decision")).isEqualTo("depends_on_campaign")),
        dynamicTest("POST /api/v2/access/explain: granted, where the permission applies to no campaign",
            () -> assertThat(explain("audit:read").is(200).data("decision", "code", "steps").text("data", "decision"))
                .isEqualTo("granted")),
        dynamicTest("POST /api/v2/access/explain: a refused request as the key that sent it", this::refusedRequest),
        dynamicTest("POST /api/v2/access/explain: refused, with the fix", () -> {
          String reader = house.make("\"permissions\":[\"leads:read\"]").id();
          Reply told = house.key("POST /api/v2/access/explain",
              "{\"key_id\":\"%s\",\"permission\":\"leads:write\"}".formatted(reader)).is(200);
          told.data("decision", "code", "steps", "fix");
          assertThat(told.text("data", "code")).isEqualTo("permission_missing");
        }));
  }

  Stream<DynamicTest> operators() {
    return Stream.of(
        dynamicTest("API keys never work here",
            () -> house.key("GET " + TENANTS, "").problem(401, "operator_token_invalid")),
        dynamicTest("and the operator token works nowhere else",
            () -> assertThat(house.operator("GET " + WHOAMI, "").answer().status()).isEqualTo(401)),
        dynamicTest("POST /tenants: 201 data = {id, name, status, created_at}",
            () -> house.operator("POST " + TENANTS,
                "{\"name\":\"T\",\"owner\":{\"email\":\"ada@acme.example\",\"password\":\"a long pass phrase\"}}")
                .is(201).members("status", "data").data("id", "name", "status", "created_at")),
        dynamicTest("GET /tenants: 200",
            () -> house.operator("GET " + TENANTS, "").is(200).members("status", "data", "next_cursor")),
        dynamicTest("GET /tenants/{id}: 200",
            () -> house.operator("GET " + TENANTS + "/" + house.tenant(), "").is(200)
                .data("id", "name", "status", "created_at")),
        dynamicTest("PATCH /tenants/{id}: 200",
            () -> assertThat(house.operator("PATCH " + TENANTS + "/" + house.stranger(), "{\"name\":\"Renamed\"}")
                .is(200).text("data", "name")).isEqualTo("Renamed")),
        dynamicTest("GET /tenants/{id}/audit-events: 200, newest first",
            () -> house.operator("GET " + TENANTS + "/" + house.tenant() + "/audit-events", "").is(200)
                .members("status", "data", "next_cursor")),
        dynamicTest("POST /keys/verify: always 200", () -> {
          Reply valid = house.operator("POST /api/platform/v1/keys/verify", "{\"key\":\"" + house.all().text() + "\"}")
              .is(200);
          assertThat(valid.answer().json().get("data").get("valid").getBooleanValue()).isTrue();
          Reply not = house.operator("POST /api/platform/v1/keys/verify", "{\"key\":\"lk_live_1\"}").is(200);
          assertThat(not.answer().json().get("data").get("valid").getBooleanValue()).isFalse();
          not.data("valid", "code", "detail", "cache_seconds");
          assertThat(not.text("data", "code")).isEqualTo("key_malformed");
        }),
        dynamicTest("POST /keys/verify: cache_seconds 1, 0 for refusals and for keys with a rate limit", () -> {
          assertThat(cacheSeconds(house.all().text())).isEqualTo(1);
          assertThat(cacheSeconds("lk_live_1")).isEqualTo(0);
          assertThat(cacheSeconds(house.make("\"rate_limit\":{\"requests\":9,\"window_seconds\":60}").text()))
              .isEqualTo(0);
        }));
  }

  private Number cacheSeconds(String key) {
    return house.operator("POST /api/platform/v1/keys/verify", "{\"key\":\"" + key + "\"}").is(200)
        .answer().json().get("data").get("cache_seconds").getNumberValue();
  }

  private Client holder() {
    return house.anybody().with(house.all().text());
  }

  private void refusedRequest() {
    Key denied = house.make("""
        "campaign_access":{"rules":[
          {"effect":"allow","actions":["read","write"],"campaigns":{"all":true}},
          {"effect":"deny","actions":["write"],"campaigns":{"ids":["%s"]}}]}""".formatted(house.campaign()));
    String request = house.with(denied.text(), "POST " + house.leads(), "{}").problem(403, "campaign_access_denied")
        .answer().header("X-Request-Id");
    Reply byRequest = explaining("{\"request_id\":\"" + request + "\"}");
    // The note is written behind the answer.
    while (byRequest.answer().status() == 404) {
      byRequest = explaining("{\"request_id\":\"" + request + "\"}");
    }
    JsonNode explained = byRequest.is(200).answer().json().get("data");
    JsonNode byKey = explaining("{\"key_id\":\"%s\",\"permission\":\"leads:write\",\"campaign_id\":\"%s\"}"
        .formatted(denied.id(), house.campaign())).is(200).answer().json().get("data");
    for (String member : List.of("decision", "code", "steps", "fix")) {
      assertThat(explained.get(member)).as(member).isEqualTo(byKey.get(member));
    }
    JsonNode steps = explained.get("steps");
    assertThat(steps.get(steps.size() - 1).get("rule").get("effect").getStringValue()).isEqualTo("deny");
  }

  private Reply explaining(String question) {
    return house.key("POST /api/v2/access/explain", question);
  }

  private Reply explain(String permission) {
    return house.key("POST /api/v2/access/explain",
        "{\"key_id\":\"%s\",\"permission\":\"%s\"}".formatted(house.all().id(), permission));
  }

  private void ids() {
    byte[] bare = Base64.getDecoder().decode(house.campaign());
    for (String id : List.of(house.campaign(), house.campaign().replace("=", ""), new String(bare,
        StandardCharsets.US_ASCII), Base64.getUrlEncoder().encodeToString(bare))) {
      house.key("GET " + Platform.leads(id), "").is(200);
    }
  }

  private void repeated() {
    Client repeating = holder().sending("Idempotency-Key", "contract");
    Reply first = house.send(repeating, "POST /api/v2/api-keys", "{\"name\":\"once\"}").is(201);
    Reply again = house.send(repeating, "POST /api/v2/api-keys", "{\"name\":\"once\"}").is(201);
    assertThat(again.text("data", "id")).isEqualTo(first.text("data", "id"));
    assertThat(again.answer().json().get("data").get("key")).isNull();
    house.send(repeating, "POST /api/v2/api-keys", "{\"name\":\"twice\"}").problem(422, "idempotency_key_reused");
  }

  private void inProgress() {
    for (int round = 0; round < 10 && !house.covered().seen().contains("idempotency_in_progress"); round++) {
      running(round);
    }
    assertThat(house.covered().seen()).contains("idempotency_in_progress");
  }

  /** The making of a login takes its time, so that of many at once some come while the first is running. */
  private void running(int round) {
    Client repeating = house.anybody().with(Platform.TOKEN).sending("Idempotency-Key", "running-" + round);
    String body = "{\"name\":\"T\",\"owner\":{\"email\":\"ada@acme.example\",\"password\":\"a long pass phrase\"}}";
    List<CompletableFuture<Reply>> replies = Stream.generate(
        () -> CompletableFuture.supplyAsync(() -> house.send(repeating, "POST " + TENANTS, body)))
        .limit(4)
        .toList();
    replies.stream().map(CompletableFuture::join).filter(reply -> reply.answer().status() == 409)
        .forEach(reply -> reply.problem(409, "idempotency_in_progress"));
  }

  private void paged() {
    Reply page = house.operator("GET " + TENANTS + "?limit=1", "").is(200);
    assertThat(page.answer().list()).hasSize(1);
    Reply rest = house.operator("GET " + TENANTS + "?limit=100&cursor=" + page.text("next_cursor"), "").is(200);
    assertThat(rest.answer().json().get("next_cursor").isNull()).isTrue();
    house.operator("GET " + TENANTS + "?limit=101", "").problem(400, "validation_failed");
  }
}
