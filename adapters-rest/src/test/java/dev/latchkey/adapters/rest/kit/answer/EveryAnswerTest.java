package dev.latchkey.adapters.rest.kit.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import dev.latchkey.adapters.rest.fixtures.Client;
import dev.latchkey.adapters.rest.fixtures.Client.Answer;
import dev.latchkey.adapters.rest.fixtures.FakePorts;
import dev.latchkey.adapters.rest.fixtures.Known;
import dev.latchkey.adapters.rest.fixtures.Wire;
import dev.latchkey.application.port.in.ForKeepingLeads.Adding;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.lead.Lead;
import dev.latchkey.domain.lead.LeadDetails;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest
class EveryAnswerTest {

  private static final String LEADS = "/api/v2/voice-campaigns/" + Known.CAMPAIGN_ID + "/leads";
  private static final String LEAD = "{\"phone_number\": \"+14155550123\"}";

  private final Client client;
  private final FakePorts ports;

  EveryAnswerTest(Client client, FakePorts ports) {
    this.client = client;
    this.ports = ports;
  }

  @BeforeEach
  void prepare() {
    when(ports.leads.add(any(), any())).thenReturn(new Adding.Added(Known.LEAD));
    when(ports.leads.list(any(), any(), any())).thenReturn(new Page<>(List.of(), OptionalLong.empty()));
    when(ports.tenants.list(any(), any(), any())).thenReturn(new Page<>(List.of(), OptionalLong.empty()));
    when(ports.keys.list(any(), any(), any())).thenReturn(new Page<>(List.of(), OptionalLong.empty()));
    when(ports.members.list(any(), any())).thenReturn(new Page<>(List.of(), OptionalLong.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "/version", "/health/liveness", "/health/readiness", "/prometheus", "/nowhere", "/api/v2/auth/whoami",
      "/problems/nothing"
  })
  void everyAnswerCarriesARequestId(String path) {
    assertThat(client.send(client.to(path)).header("X-Request-Id")).get().asString().matches("[0-9a-f]{32}");
    assertThat(client.send(client.to(path).header("X-Request-Id", "Mine_1.2-3")).header("X-Request-Id"))
        .hasValue("Mine_1.2-3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a\"b", "x<script>", "ü",
      "12345678901234567890123456789012345678901234567890123456789012345"})
  void aRequestIdThatIsUnfitForALogIsReplaced(String unfit) {
    assertThat(client.send(client.to("/version").header("X-Request-Id", unfit)).header("X-Request-Id"))
        .get().asString().matches("[0-9a-f]{32}");
  }

  @Test
  void anUnknownRouteIsToldSoWithoutCredentials() {
    client.send(client.to("/api/v2/nothing")).isProblem(404, "route_not_found");
    client.send(client.to("/api/v2/nothing"), "POST", "{}").isProblem(404, "route_not_found");
  }

  @ParameterizedTest
  @CsvSource({
      "DELETE, /api/v2/auth/whoami, 'GET,HEAD'", "PUT, /version, 'GET,HEAD'",
      "PATCH, /api/v2/voice-campaigns/x/leads, 'GET,HEAD,POST'",
      "DELETE, /api/v2/voice-campaigns/x, 'GET,HEAD,PATCH'", "BREW, /version, 'GET,HEAD'",
      "POST, /api/platform/v1/tenants/x, 'GET,HEAD,PATCH'",
      "POST, /api/v2/voice-campaigns/x/leads/y, 'DELETE,GET,HEAD,PATCH'",
      "DELETE, /api/v2/voice-campaigns/x/leads/bulk, POST",
      "POST, /api/v2/voice-campaigns/x/leads/update/bulk, PATCH",
      "PATCH, /api/v2/voice-campaigns/x/leads/remove/bulk, DELETE",
      "PATCH, /v1/api/voice-campaigns/x/lead/remove, 'DELETE,POST'"
  })
  void aWrongMethodIsToldTheRightOnes(String method, String path, String allowed) {
    Answer answer = client.send(client.to(path).method(method, BodyPublishers.noBody()));
    answer.isProblem(405, "method_not_allowed");
    assertThat(methods(answer)).containsExactlyInAnyOrder(allowed.split(","));
  }

  @Test
  void optionsAreToldWithoutABody() {
    Answer answer = client.send(client.to("/version").method("OPTIONS", BodyPublishers.noBody()));
    assertThat(answer.status()).isEqualTo(204);
    assertThat(methods(answer)).containsExactlyInAnyOrder("GET", "HEAD");
    assertThat(answer.text()).isEmpty();
  }

  private static List<String> methods(Answer answer) {
    return answer.response().headers().allValues("Allow").stream()
        .flatMap(value -> List.of(value.split("\\s*,\\s*")).stream())
        .toList();
  }

  @Test
  void headIsGetWithoutABody() {
    Answer answer = client.send(client.to("/version").method("HEAD", BodyPublishers.noBody()));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEmpty();
    Answer refused = client.send(client.to("/api/v2/auth/whoami").method("HEAD", BodyPublishers.noBody()));
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.header("WWW-Authenticate")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "/api/v2/auth/whoami/", "/api/v2/voice-campaigns/" + Known.CAMPAIGN_ID + "/",
      "/api/v2/voice-campaigns/" + Known.CAMPAIGN_ID + "/leads/",
      "/api/v2/voice-campaigns/" + Known.CAMPAIGN_ID + "/leads/?limit=1"
  })
  void aTrailingSlashIsAccepted(String path) {
    assertThat(client.send(client.withKey(path)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "/api/platform/v1/tenants/", "/api/platform/v1/tenants/" + Known.TENANT_ID + "/",
      "/api/platform/v1/tenants/" + Known.TENANT_ID + "/api-keys/",
      "/api/platform/v1/tenants/" + Known.TENANT_ID + "/api-keys/" + Known.KEY_ID + "/",
      "/api/platform/v1/tenants/" + Known.TENANT_ID + "/members/",
      "/api/platform/v1/tenants/" + Known.TENANT_ID + "/members/" + Known.MEMBER_ID + "/",
      "/version/", "/health/liveness/", "/problems/key_invalid/", "/prometheus/"
  })
  void aTrailingSlashIsAcceptedHereToo(String path) {
    assertThat(client.send(client.asOperator(path)).status()).isEqualTo(200);
  }

  @Test
  void aTrailingSlashIsAcceptedOnPost() {
    assertThat(client.send(client.withKey(LEADS + "/"), "POST", LEAD).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
      "application/xml",
      "application/json; charset=utf-16", "application/jsonx", "nonsense", "application/json; charset=nonsense",
      "application/json; charset=\"utf-16\"; profile=x", "application/json; charset=utf-8; charset=latin1",
      "application/json; charset=", "application/json, application/json", "application/jsonx; charset=utf-8",
      "application/json; profile=\"", "application/json profile", "application/vnd.api+json"})
  void aBodyThatIsNotJsonIsUnsupported(String type) {
    client.send(client.withKey(LEADS).header("Content-Type", type).POST(BodyPublishers.ofString(LEAD)))
        .isProblem(415, "unsupported_media_type");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "application/json", "application/json; charset=utf-8", "Application/JSON;charset=\"UTF-8\"",
      "application/json; profile=x", "application/json;profile=\"https://a.example/;charset=x\"; CHARSET=utf-8",
      "application/json;", "application/merge-patch+json", "application/merge-patch+json; charset=UTF8; v=1"})
  void jsonIsTakenInEverySpelling(String type) {
    assertThat(
        client.send(client.withKey(LEADS).header("Content-Type", type).POST(BodyPublishers.ofString(LEAD))).status())
        .isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "image/png", "application/xml;q=0.9"})
  void jsonIsAnsweredWhateverIsAccepted(String accepted) {
    Answer answer = client.send(client.withKey(LEADS).header("Accept", accepted));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).hasValue("application/json");
    client.send(client.to("/nowhere").header("Accept", accepted)).isProblem(404, "route_not_found");
  }

  @Test
  void aBodyOverOneMebibyteIsTooLarge() {
    String twoMebibytes = "x".repeat(2 * 1024 * 1024);
    client.send(client.withKey(LEADS), "POST", twoMebibytes).isProblem(413, "body_too_large");
    client.send(client.withKey(LEADS)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(twoMebibytes.getBytes()))))
        .isProblem(413, "body_too_large");
    assertThat(client.send(client.withKey(LEADS), "POST", LEAD).status()).isEqualTo(201);
  }

  @Test
  void aBodyOfOneMebibyteIsNotTooLarge() {
    String padded = LEAD + " ".repeat(1024 * 1024 - LEAD.length());
    assertThat(client.send(client.withKey(LEADS), "POST", padded).status()).isEqualTo(201);
    client.send(client.withKey(LEADS), "POST", padded + " ").isProblem(413, "body_too_large");
  }

  @ParameterizedTest
  @CsvSource({"POST, /bulk", "PATCH, /update/bulk", "DELETE, /remove/bulk"})
  void aBodyOverOneMebibyteIsTooLargeWhateverTheMethod(String method, String path) {
    client.send(client.withKey(LEADS + path), method, "x".repeat(2 * 1024 * 1024)).isProblem(413, "body_too_large");
  }

  @Test
  void aBugIsAnInternalErrorThatTellsNothing() {
    when(ports.leads.add(any(), any())).thenThrow(new IllegalStateException("secret detail"));
    Answer answer = client.send(client.withKey(LEADS), "POST", LEAD).isProblem(500, "internal_error");
    assertThat(answer.text()).doesNotContain("secret detail", "Exception", "dev.latchkey");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "GET /api/v2/voice-campaigns/%zz/leads HTTP/1.1", "GET /%zz HTTP/1.1", "GET /\u0001 HTTP/1.1",
      "GET /a|b HTTP/1.1",
      "GET /version?a=%zz HTTP/1.1", "nonsense", "GET http://[::1 HTTP/1.1"
  })
  void aBrokenRequestLineNeverEndsInAServerError(String line) {
    Wire.Reply reply = Wire.send(client.port(), line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertThat(reply.status()).as(reply.text()).isBetween(200, 499);
    assertThat(reply.text()).containsIgnoringCase("x-request-id: ");
    assertThat(reply.text()).doesNotContain("Exception");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      GET /version HTTP/1.1                                                   | no Host header
      GET /version HTTP/1.1~Host: a~Host: b                                   | more than one Host header
      GET /version HTTP/1.2~Host: a                                           | HTTP version of the request
      GET /version HTTP/1.1~Host: a~Transfer-Encoding: gzip                   | Transfer-Encoding is not chunked
      GET /version HTTP/1.1~Host: a~Bad Name: x                               | request line or a header
      GET /version HTTP/1.1~Host: a~Content-Length: x                         | request line or a header
      nonsense~Host: a                                                        | request line or a header
      GET /version?a=%zz HTTP/1.1~Host: a                                     | its URI is invalid
      POST /api/v2/access/explain HTTP/1.1~Host: a~Authorization: Bearer KEY~Transfer-Encoding: chunked~~zz | its chunks
      """)
  void faultOfWhatIsNotProperHttpIsNamed(String request, String words) {
    ports.access.know(Known.granted(EnumSet.allOf(Permission.class), CampaignAccess.EVERYWHERE), Known.TENANT);
    String text = request.replace("KEY", Known.PLAIN.reveal()).replace("~", "\r\n") + "\r\n";
    Wire.Reply reply = Wire.send(
        client.port(), request.contains("chunked") ? text : text + "Connection: close\r\n\r\n");
    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.text()).contains("\"code\":\"request_malformed\"", words);
    assertThat(reply.text()).containsIgnoringCase("x-request-id: ");
    assertThat(reply.text().contains("its URI is invalid")).isEqualTo(words.contains("URI"));
  }

  @Test
  void addressHasAtMostFourThousandCharacters() {
    String longest = "/version?" + "x".repeat(4_000 - "/version?".length());
    assertThat(client.send(client.to(longest)).status()).isEqualTo(200);
    client.send(client.to(longest + "x")).isProblem(414, "uri_too_long");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      GET /version HTTP/1.0                          | 200
      GET /version HTTP/1.0~Connection: keep-alive   | 200
      GET /nowhere HTTP/1.0                          | 404
      GET /version HTTP/1.2~Host: a                  | 400
      nonsense                                       | 400
      """)
  void everyAnswerIsOfTheServersOwnVersion(String request, int status) {
    Wire.Reply reply = Wire.send(client.port(), request.replace("~", "\r\n") + "\r\n\r\n");
    assertThat(reply.text()).startsWith("HTTP/1.1 " + status + " ").containsIgnoringCase("connection: close")
        .doesNotContainIgnoringCase("transfer-encoding").doesNotContain("HTTP/1.0");
  }

  @Test
  void aQueryWithBrokenPercentEncodingIsMalformed() {
    Wire.Reply reply = Wire.send(
        client.port(),
        "GET " + LEADS + "?limit=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
            + Known.PLAIN.reveal() + "\r\n\r\n");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.text()).contains("\"code\":\"request_malformed\"");
  }

  @Test
  void headersThatAreFarTooLongAreAProblemToo() {
    Wire.Reply reply = Wire.send(
        client.port(),
        "GET /version HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX: " + "x".repeat(100_000) + "\r\n\r\n");
    assertThat(reply.status()).isBetween(400, 499);
    assertThat(reply.text()).contains("application/problem+json").containsIgnoringCase("x-request-id: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      LEADS, "/api/v2/voice-campaigns", "/api/v2/auth/whoami", "/api/v2/api-keys", "/api/v2/audit-events",
      "/api/v2/voice-campaigns/" + Known.CAMPAIGN_ID, "/api/v2/nothing", "/v1/api/nothing", "/api/platform/v1/tenants"})
  void noAnswerOfTheApiIsKeptByACache(String path) {
    assertThat(client.send(client.withKey(path)).header("Cache-Control")).hasValue("no-store");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/version", "/problems/key_malformed", "/apis/v2"})
  void whatIsForEverybodyMayBeKept(String path) {
    assertThat(client.send(client.to(path)).header("Cache-Control")).isNotEqualTo(Optional.of("no-store"));
  }

  @Test
  void textIsEscapedOnlyWhereJsonDemandsIt() {
    String name = "\uD83D\uDE00 \u00FC \u2028 / <b>";
    when(ports.leads.list(any(), any(), any()))
        .thenReturn(new Page<>(List.of(named(name + "\"\\")), OptionalLong.empty()));
    assertThat(client.send(client.withKey(LEADS)).text()).contains("\"first_name\":\"" + name + "\\\"\\\\\"");
  }

  private static Lead named(String firstName) {
    return Lead.added(
        Known.LEAD.id(), Known.CAMPAIGN.id(), Known.LEAD.phoneNumber(),
        new LeadDetails(Optional.of(firstName), Optional.empty(), Optional.empty(), Map.of()), false, Known.NOW);
  }
}
