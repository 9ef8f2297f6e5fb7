package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an HTTP client may expect of a server, on the wire. */
class HttpConversationTest extends HttpConversation {

  @ParameterizedTest
  @ValueSource(strings = {
      "application/json", "application/json; charset=utf-8", "application/json;charset=UTF-8",
      "Application/JSON; Charset=\"utf-8\"", "application/json ; charset=\"UTF-8\""
  })
  void jsonInUtf8IsTakenHoweverItIsSpelt(String type) throws IOException {
    ask("POST", leads, lead(), credentials, "Content-Type: " + type).says(201,
        "Lead added to the campaign successfully");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "application/json; charset=iso-8859-1", "application/json; charset=\"utf-16\"", "text/json; charset=utf-8", "",
      "application/json, application/json", "application/json\r\nContent-Type: application/json",
      "application/json\r\nContent-Type: text/plain", "text/plain\r\nContent-Type: application/json"
  })
  void anotherCharsetOrTypeIsNotTaken(String type) throws IOException {
    ask("POST", leads, lead(), credentials, "Content-Type: " + type).isProblem(415, "unsupported_media_type");
  }

  @Test
  void headerNamesAreTheSameInEveryCase() throws IOException {
    for (String name : List.of("AUTHORIZATION", "authorization", "aUtHoRiZaTiOn")) {
      ask("POST", leads, lead(), name + ": Bearer " + key.text(), "CONTENT-type: application/json").isStatus(201);
    }
    Answer named = ask("GET", WHOAMI, "", credentials, "X-REQUEST-ID: mine");
    assertThat(named.header("X-Request-Id")).isEqualTo("mine");
    String numbered = lead();
    ask("POST", leads, numbered, credentials, JSON, "IDEMPOTENCY-KEY: upper").isStatus(201);
    ask("POST", leads, lead(), credentials, JSON, "idempotency-key: upper").isProblem(422, "idempotency_key_reused");
  }

  @Test
  void aHeaderWithNothingInItIsAsGoodAsItsKindAllows() throws IOException {
    ask("GET", WHOAMI, "", credentials, "X-Empty:", "Accept:", "X-Request-Id:", "If-Match:").isStatus(200);
    ask("POST", leads, lead(), credentials, JSON, "Idempotency-Key:").isProblem(400, "validation_failed");
    ask("GET", WHOAMI, "", "Authorization:").isProblem(401, "credentials_malformed");
  }

  @Test
  void aBodyMayComeInChunksWithExtensionsAndTrailers() throws IOException {
    String number = number();
    String request = head("POST", leads, credentials, JSON, "Transfer-Encoding: chunked", "Trailer: X-Sum")
        + chunk("{\"phone_number\":", ";name=value;quoted=\"a;b\"") + chunk("\"%s\"}".formatted(number), "")
        + "0\r\nX-Sum: 1\r\nAuthorization: Bearer other\r\n\r\n";
    try (KeptConnection connection = connect()) {
      for (int cut : List.of(request.length(), request.length() - 3, request.indexOf("0\r\nX-Sum"))) {
        connection.send(request.substring(0, cut)).send(request.substring(cut));
        assertThat(connection.answer().status()).isIn(200, 201);
      }
      connection.send(head("GET", leads + "?limit=1", credentials));
      assertThat(connection.answer().list().getFirst().get("phone_number").getStringValue()).isEqualTo(number);
    }
  }

  @Test
  void whoeverWaitsForTheWordIsTold() throws IOException {
    String body = lead();
    try (KeptConnection connection = connect()) {
      for (int round = 0; round < 2; round++) {
        connection.send(head("POST", leads, credentials, JSON, "Expect: 100-continue",
            "Content-Length: " + body.length()));
        assertThat(connection.head().status()).isEqualTo(100);
        connection.send(body);
        assertThat(connection.answer().status()).isIn(200, 201);
      }
    }
  }

  @Test
  void aClientThatExpectsAContinueIsRefusedBeforeItSendsTheBody() throws IOException {
    String body = lead();
    try (KeptConnection connection = connect()) {
      connection.send(head("POST", leads, JSON, "Expect: 100-continue", "Content-Length: " + body.length()));
      connection.answer().isProblem(401, "credentials_missing");
      connection.send(body + head("GET", "/version"));
      connection.answer().isStatus(200);
    }
  }

  @Test
  void oneConnectionServesOneRequestAfterAnother() throws IOException {
    try (KeptConnection connection = connect()) {
      for (int round = 0; round < 20; round++) {
        connection.send(head("GET", WHOAMI, credentials));
        connection.answer().isStatus(200);
        connection.send(head("GET", WHOAMI));
        connection.answer().isProblem(401, "credentials_missing");
      }
    }
  }

  @Test
  void requestsThatAreSentAtOnceAreAnsweredInTheirOrder() throws IOException {
    List<String> requests = new ArrayList<>();
    List<Integer> expected = new ArrayList<>();
    for (int round = 0; round < 10; round++) {
      String body = lead();
      String length = "Content-Length: " + body.length();
      requests.add(head("POST", leads, credentials, JSON, length) + body);
      requests.add(head("GET", WHOAMI));
      requests.add(head("POST", leads, JSON, length) + body);
      requests.add(head("GET", "/nowhere"));
      requests.add(head("HEAD", "/version"));
      requests.add(head("POST", leads, credentials, JSON, "Content-Length: 1") + "{");
      requests.add(head("PUT", leads, credentials, JSON, length) + body);
      requests.add(head("OPTIONS", leads));
      requests.add(head("GET", leads, credentials));
      expected.addAll(List.of(201, 401, 401, 404, 200, 400, 405, 204, 200));
    }
    try (KeptConnection connection = connect()) {
      StringBuilder all = new StringBuilder();
      for (int i = 0; i < requests.size(); i++) {
        all.append(requests.get(i).replaceFirst("\r\n", "\r\nX-Request-Id: request-" + i + "\r\n"));
      }
      connection.send(all.toString());
      for (int i = 0; i < requests.size(); i++) {
        Answer answer = requests.get(i).startsWith("HEAD") ? connection.head() : connection.answer();
        assertThat(answer.header("X-Request-Id")).isEqualTo("request-" + i);
        assertThat(answer.status()).as(requests.get(i)).isEqualTo(expected.get(i));
      }
    }
  }

  @Test
  void headIsGetWithoutTheBody() throws IOException {
    try (KeptConnection connection = connect()) {
      for (String path : List.of(WHOAMI, leads, leads + "?limit=0", "/api/v2/voice-campaigns", "/api/v2/api-keys",
          "/api/v2/api-keys/" + key.id(), "/api/v2/api-keys/ApiKey:1", "/api/platform/v1/tenants", "/version",
          "/problems/key_malformed", "/problems/none", "/health/liveness", "/nowhere")) {
        for (String who : List.of(credentials, "X-Nobody: 1", "Authorization: Bearer lk_live_x",
            "Authorization: Bearer " + Platform.TOKEN)) {
          connection.send(head("GET", path, who, "X-Request-Id: same"));
          Answer got = connection.answer();
          connection.send(head("HEAD", path, who, "X-Request-Id: same"));
          Answer told = connection.head();

          assertThat(told.status()).as(path).isEqualTo(got.status());
          assertThat(undated(told)).as(path).isEqualTo(undated(got));
          assertThat(told.header("Content-Length")).isEqualTo(String.valueOf(bytes(got)));
        }
      }
    }
  }

  @Test
  void optionsNameTheMethodsOfTheRoute() throws IOException {
    Map<String, List<String>> methods = Map.of(
        WHOAMI, List.of("GET", "HEAD"),
        leads, List.of("GET", "HEAD", "POST"),
        "/api/v2/api-keys/" + key.id(), List.of("DELETE", "GET", "HEAD", "PATCH"),
        "/api/v2/api-keys/" + key.id() + "/rotate", List.of("POST"),
        "/api/platform/v1/tenants", List.of("GET", "HEAD", "POST"),
        "/version", List.of("GET", "HEAD"));
    for (Map.Entry<String, List<String>> route : methods.entrySet()) {
      for (String path : List.of(route.getKey(), route.getKey() + "/")) {
        Answer told = ask("OPTIONS", path, "").isStatus(204);
        assertThat(told.header("Allow").split("\\s*,\\s*")).as(path)
            .containsExactlyInAnyOrderElementsOf(route.getValue());
        assertThat(ask("TRACE", path, "").isProblem(405, "method_not_allowed").header("Allow"))
            .isEqualTo(told.header("Allow"));
      }
    }
    ask("OPTIONS", "/nowhere", "").isProblem(404, "route_not_found");
  }

  @Test
  void patchAndDeleteTakeABody() throws IOException {
    String made = ask("POST", "/api/v2/api-keys", "{\"name\":\"short-lived\"}", credentials, JSON).text("data", "id");
    try (KeptConnection connection = connect()) {
      String name = "{\"name\":\"renamed\"}";
      connection.send(head("PATCH", "/api/v2/api-keys/" + made, credentials, JSON, "Content-Length: " + name.length())
          + name);
      assertThat(connection.answer().isStatus(200).text("data", "name")).isEqualTo("renamed");
      connection.send(head("DELETE", "/api/v2/api-keys/" + made, credentials, JSON, "Content-Length: 2") + "{}");
      Answer gone = connection.answer().isStatus(204);
      assertThat(gone.has("Content-Length")).isFalse();
      connection.send(head("GET", "/api/v2/api-keys/" + made, credentials));
      connection.answer().isProblem(404, "api_key_not_found");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Connection: keep-alive\r\n", "Connection: close\r\n", "Host: x\r\n"})
  void theOldProtocolIsSpokenToo(String more) throws IOException {
    try (KeptConnection connection = connect()) {
      connection.send("GET " + WHOAMI + " HTTP/1.0\r\n" + credentials + "\r\n" + more + "\r\n");
      Answer answer = connection.answer().isStatus(200);

      assertThat(answer.has("Transfer-Encoding")).isFalse();
      assertThat(answer.header("Content-Length")).isEqualTo(String.valueOf(bytes(answer)));
      if (!answer.headers().getOrDefault("connection", List.of()).contains("keep-alive")) {
        assertThat(connection.isClosedByTheServer()).isTrue();
      }
    }
  }

  @Test
  void aTrailingSlashLeadsToTheSameOnEveryKindOfRoute() throws IOException {
    for (String path : List.of(WHOAMI, leads, "/api/v2/voice-campaigns", "/api/v2/api-keys",
        "/api/v2/api-keys/" + key.id(), "/version", "/health/liveness", "/problems/key_invalid")) {
      assertThat(ask("GET", path + "/", "", credentials).status()).as(path).isEqualTo(200);
      assertThat(ask("HEAD", path + "/", "", credentials).status()).as(path).isEqualTo(200);
    }
    String operator = "Authorization: Bearer " + Platform.TOKEN;
    for (String path : List.of("", "/" + tenant, "/" + tenant + "/api-keys", "/" + tenant + "/audit-events")) {
      ask("GET", "/api/platform/v1/tenants" + path + "/", "", operator).isStatus(200);
    }
    ask("POST", leads + "/", lead(), credentials, JSON).isStatus(201);
    ask("POST", Platform.leadsV1(campaign) + "/", "{}", credentials, JSON).isProblem(400, "tenant_id_missing");
    ask("PATCH", "/api/v2/api-keys/" + key.id() + "/", "{}", credentials, JSON).isStatus(200);
    ask("DELETE", "/api/v2/api-keys/ApiKey:1/", "", credentials).isProblem(404, "api_key_not_found");
    ask("GET", leads + "/?limit=1", "", credentials).isStatus(200);
  }

  @Test
  void aTargetMayBeAbsoluteAsAProxySendsIt() throws IOException {
    ask("GET", server.url() + WHOAMI, "", credentials).isStatus(200);
    ask("GET", "http://keys.example.com" + WHOAMI, "", credentials).isStatus(200);
    ask("GET", "http://keys.example.com" + WHOAMI, "").isProblem(401, "credentials_missing");
  }

  @Test
  void whoeverAsksForTheEndOfTheConnectionGetsIt() throws IOException {
    for (String path : List.of("/version", WHOAMI, "/nowhere")) {
      try (KeptConnection connection = connect()) {
        connection.send(head("GET", path, "Connection: close"));
        assertThat(connection.answer().header("Connection")).isEqualToIgnoringCase("close");
        assertThat(connection.isClosedByTheServer()).isTrue();
      }
    }
  }

  @Test
  void anIdIsTheSameHoweverItIsEscaped() throws IOException {
    for (String id : List.of(campaign, campaign.replace("=", "%3D"), campaign.replace("=", "%3d"),
        campaign.replace("=", ""), "%56" + campaign.substring(1))) {
      ask("GET", Platform.leads(id), "", credentials).isStatus(200);
    }
    for (String id : List.of(campaign + "%00", campaign + "%20", campaign + "%2F", "%2E%2E", campaign + "%3D%3D%3D")) {
      ask("GET", Platform.leads(id), "", credentials).isProblem(404, "campaign_not_found");
    }
  }

  private static Map<String, List<String>> undated(Answer answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.headers());
    headers.remove("date");
    return headers;
  }
}
