package dev.latchkey.bootstrap.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchkey.bootstrap.Client;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** What is read from queries, bodies and their headers. */
record InputRows(House house) {

  private static final String TENANTS = "/api/platform/v1/tenants";
  private static final String JSON = "application/json";

  Stream<DynamicTest> rows() {
    return Stream.of(
        dynamicTest("Query parameters: unknown_parameter on every endpoint", this::unknownParameters),
        dynamicTest("Query parameters: a repeated parameter: repeated; an empty value counts as absent",
            this::repeatedAndEmpty),
        dynamicTest("v1, health, documentation, assets and pages ignore unknown parameters", this::ignoredParameters),
        dynamicTest("Content-Encoding other than identity: 415", this::contentEncoding),
        dynamicTest("parameters of the media type other than charset are ignored", this::mediaTypes),
        dynamicTest("a byte order mark is skipped; a whole number may have a fraction of zero", this::numbers),
        dynamicTest("Body members: unchangeable, unless the value equals the stored one", this::unchangeable),
        dynamicTest("Body members: what only the server sets is ignored on creation", this::created));
  }

  private void unknownParameters() {
    for (String request : List.of(
        "GET " + house.leads(), "GET /api/v2/voice-campaigns", "GET /api/v2/auth/whoami", "GET /api/v2/api-keys",
        "POST " + house.leads(), "GET /api/v2/audit-events", "POST /api/v2/access/explain")) {
      house.key(request + "?statsu=ACTIVE", request.startsWith("POST") ? "{}" : "")
          .problem(400, "validation_failed").fault("/statsu", "unknown_parameter");
    }
    for (String path : List.of(TENANTS, TENANTS + "/" + house.tenant(), house.platform().keys(house.tenant()))) {
      house.operator("GET " + path + "?statsu=ACTIVE", "").problem(400, "validation_failed")
          .fault("/statsu", "unknown_parameter");
    }
    house.with("nonsense", "GET /api/v2/api-keys?statsu=ACTIVE", "").problem(401, "key_malformed");
  }

  private void repeatedAndEmpty() {
    house.key("GET " + house.leads() + "?limit=1&limit=1", "").problem(400, "validation_failed")
        .fault("/limit", "repeated");
    house.key("GET " + house.leads() + "?limit=&cursor", "").is(200);
    house.key("GET /api/v2/api-keys?status=&environment=&q=", "").is(200);
  }

  private void ignoredParameters() {
    for (String path : List.of("/health/liveness", "/version", "/docs", "/openapi.yaml", "/en/" + house.tenant()
        + "/sign-in")) {
      assertThat(house.anybody().get(path + "?a=1&a=2&b").status()).as(path).isEqualTo(200);
    }
    house.key("PATCH /v1/api/voice-campaigns/" + house.campaign() + "/lead/update?a=1",
        "{\"phone_number\":\"+14155559999\"}").problem(404, "lead_not_found");
  }

  private void contentEncoding() {
    for (String coding : List.of("gzip", "br", "GZIP", "identity, gzip", "x-gzip", "nonsense")) {
      Client packing = house.anybody().with(house.all().text()).sending("Content-Encoding", coding);
      house.send(packing, "POST " + house.leads(), LeadRows.lead(house.number()))
          .problem(415, "unsupported_content_encoding");
      house.send(packing, "GET /nowhere", "").problem(415, "unsupported_content_encoding");
    }
    Client plain = house.anybody().with(house.all().text()).sending("Content-Encoding", "identity");
    house.send(plain, "POST " + house.leads(), LeadRows.lead(house.number())).is(201);
  }

  private void mediaTypes() {
    for (String type : List.of(JSON + "; profile=x", "application/merge-patch+json",
        JSON + ";v=\"1;2\";charset=UTF-8")) {
      assertThat(post(type, LeadRows.lead(house.number())).status()).as(type).isEqualTo(201);
    }
    post("application/json; charset=utf-16", LeadRows.lead(house.number())).problem(415, "unsupported_media_type");
  }

  private void numbers() {
    post(JSON, "\uFEFF" + LeadRows.lead(house.number())).is(201);
    String key = "{\"name\":\"three\",\"rate_limit\":{\"requests\":3.0,\"window_seconds\":6e1}}";
    assertThat(house.operator("POST " + house.platform().keys(house.tenant()), key).is(201)
        .answer().json().get("data").get("rate_limit").get("requests").getIntValue()).isEqualTo(3);
  }

  private void unchangeable() {
    String path = "PATCH " + TENANTS + "/" + house.tenant();
    house.operator(path, "{\"id\":\"VGVuYW50OjE=\"}").problem(400, "validation_failed").fault("/id", "unchangeable");
    String whole = record();
    house.operator(path, whole).is(200);
    house.operator(path, "{\"created_at\":1,\"version\":7,\"state\":\"x\",\"updatedAt\":2}").is(200);
  }

  private void created() {
    String copy = record();
    house.operator("POST " + TENANTS, copy).is(201);
    house.operator("POST " + TENANTS, "{\"name\":\"T\",\"status\":\"SUSPENDED\"}").problem(400, "validation_failed")
        .fault("/status", "unchangeable");
  }

  /** The tenant's record as it is read, without the envelope. */
  private String record() {
    String answer = house.operator("GET " + TENANTS + "/" + house.tenant(), "").is(200).answer().body();
    return answer.substring(answer.indexOf("\"data\":") + "\"data\":".length(), answer.length() - 1);
  }

  private Reply post(String type, String body) {
    Client client = house.anybody().with(house.all().text()).sending("Content-Type", type);
    return new Reply("POST " + house.leads(), client.answer("POST", house.leads(),
        BodyPublishers.ofString(body)), house.covered());
  }
}
