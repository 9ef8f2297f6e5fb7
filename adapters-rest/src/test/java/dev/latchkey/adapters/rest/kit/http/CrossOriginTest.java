package dev.latchkey.adapters.rest.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import dev.latchkey.adapters.rest.fixtures.Client;
import dev.latchkey.adapters.rest.fixtures.Client.Answer;
import dev.latchkey.adapters.rest.fixtures.FakePorts;
import dev.latchkey.adapters.rest.fixtures.Known;
import dev.latchkey.adapters.rest.fixtures.Wire;
import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.in.ForKeepingLeads.Adding;
import dev.latchkey.domain.Page;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest
class CrossOriginTest {

  private static final String LEADS = "/api/v2/voice-campaigns/" + Known.CAMPAIGN_ID + "/leads";
  private static final String LEADS_V1 = "/v1/api/voice-campaigns/" + Known.CAMPAIGN_ID + "/leads";
  private static final String ALLOWED = "Access-Control-Allow-Origin";

  private final Client client;
  private final FakePorts ports;

  CrossOriginTest(Client client, FakePorts ports) {
    this.client = client;
    this.ports = ports;
  }

  @BeforeEach
  void prepare() {
    when(ports.leads.list(any(), any(), any())).thenReturn(new Page<>(List.of(), OptionalLong.empty()));
    when(ports.leads.add(any(), any())).thenReturn(new Adding.Added(Known.LEAD));
  }

  private Answer preflight(String path, String origin) {
    return client.send(client.to(path).header("Origin", origin)
        .header("Access-Control-Request-Method", "POST")
        .header("Access-Control-Request-Headers", "authorization,content-type")
        .method("OPTIONS", BodyPublishers.noBody()));
  }

  private static HttpRequest.Builder fromPage(HttpRequest.Builder request) {
    return request.header("Origin", Known.ORIGIN);
  }

  private static void isShared(Answer answer) {
    assertThat(answer.header(ALLOWED)).as(answer.text()).hasValue(Known.ORIGIN);
    assertThat(answer.header("Access-Control-Expose-Headers")).get().asString()
        .contains("X-Request-Id", "ETag", "Retry-After", "RateLimit", "RateLimit-Policy", "WWW-Authenticate");
    assertThat(answer.response().headers().allValues("Vary")).contains("Origin");
    assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {LEADS, LEADS_V1, LEADS + "/", "/api/v2/auth/whoami", "/api/v2/nowhere"})
  void preflightIsAnsweredWithoutCredentials(String path) {
    Answer answer = preflight(path, Known.ORIGIN);
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header(ALLOWED)).hasValue(Known.ORIGIN);
    assertThat(answer.header("Access-Control-Allow-Methods")).hasValue("GET, HEAD, POST, PUT, PATCH, DELETE");
    assertThat(answer.header("Access-Control-Allow-Headers"))
        .hasValue("Authorization, Content-Type, Idempotency-Key, If-Match, X-Request-Id");
    assertThat(answer.header("Access-Control-Max-Age")).hasValue("600");
    assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
    assertThat(answer.response().headers().allValues("Vary")).contains("Origin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "null", "https://app.example.com.evil.example",
      "http://app.example.com",
      "https://app.example.com:8443", "https://APP.example.com"})
  void otherOriginsAreNotAllowed(String origin) {
    Answer preflight = preflight(LEADS, origin);
    assertThat(preflight.header(ALLOWED)).isEmpty();
    assertThat(preflight.header("Access-Control-Allow-Methods")).isEmpty();
    Answer answer = client.send(client.withKey(LEADS).header("Origin", origin));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header(ALLOWED)).isEmpty();
    assertThat(answer.response().headers().allValues("Vary")).contains("Origin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/platform/v1/tenants", "/version", "/openapi.yaml", "/health/liveness", "/nowhere",
      "/api/v2", "/api/gateway/v1/authorize"})
  void nothingElseIsEverShared(String path) {
    assertThat(preflight(path, Known.ORIGIN).header(ALLOWED)).isEmpty();
    Answer answer = client.send(fromPage(client.asOperator(path)));
    assertThat(answer.header(ALLOWED)).isEmpty();
    assertThat(answer.header("Access-Control-Expose-Headers")).isEmpty();
  }

  @Test
  void answersAreShared() {
    isShared(client.send(fromPage(client.withKey(LEADS))));
    isShared(client.send(fromPage(client.withKey(LEADS)), "POST", "{\"phone_number\": \"+14155550123\"}"));
    assertThat(client.send(client.withKey(LEADS)).header(ALLOWED)).isEmpty();
  }

  @Test
  void refusalsAreSharedToo() {
    isShared(client.send(fromPage(client.to(LEADS))).isProblem(401, "credentials_missing"));
    isShared(client.send(fromPage(client.withKey("/api/v2/nowhere"))).isProblem(404, "route_not_found"));
    isShared(client.send(fromPage(client.withKey(LEADS)), "PUT", "{}").isProblem(405, "method_not_allowed"));
    isShared(client.send(fromPage(client.withKey(LEADS)), "POST", "x".repeat(1024 * 1025))
        .isProblem(413, "body_too_large"));
    isShared(client.send(fromPage(client.withKey(LEADS)).header("Content-Encoding", "br"), "POST", "{}")
        .isProblem(415, "unsupported_content_encoding"));
    isShared(client.send(fromPage(client.withKey(LEADS)).header("Content-Type", "text/plain")
        .POST(BodyPublishers.ofString("x"))).isProblem(415, "unsupported_media_type"));
    isShared(client.send(fromPage(client.withKey(LEADS + "?x"))).isProblem(400, "validation_failed"));
    ports.access.failWith(new StoreUnavailable(new IllegalStateException("SELECT")));
    isShared(
        client.send(fromPage(client.withKey("/api/v2/voice-campaigns"))).isProblem(503, "verification_unavailable"));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "GET /api/v2/auth/whoami HTTP/1.1|Host: b", "GET /api/v2/auth/whoami HTTP/1.1|Transfer-Encoding: gzip",
      "GET /api/v2/auth/whoami HTTP/1.1|Content-Length: x", "GET /api/v2/auth/whoami HTTP/1.1|Bad Name: x",
      "GET /api/v2/auth/whoami HTTP/1.1|X: LONG", "GET /api/v2/auth/whoami?q=LONG HTTP/1.1|X: x",
      "GET /v1/api/nothing?q=5000 HTTP/1.1|X: x",
      "POST /api/v2/access/explain HTTP/1.1|Content-Length: 1|Transfer-Encoding: gzip"})
  void refusalOfWhatIsNotProperHttpIsSharedToo(String request) {
    String[] lines = request.replace("5000", "x".repeat(5_000)).split("\\|(?=[A-Z])");
    String head = lines[0].replace("LONG", "x".repeat(50_000)) + "\r\nHost: a\r\nOrigin: " + Known.ORIGIN
        + "\r\nAccept: */*\r\n"
        + String.join("\r\n", Arrays.asList(lines).subList(1, lines.length)).replace("LONG", "x".repeat(70_000));
    Wire.Reply reply = Wire.send(client.port(), head + "\r\nConnection: close\r\n\r\n");
    assertThat(reply.status()).as(reply.text()).isBetween(400, 431);
    assertThat(reply.text().toLowerCase(Locale.ROOT)).containsOnlyOnce("access-control-allow-origin: " + Known.ORIGIN)
        .containsOnlyOnce("access-control-expose-headers: ").containsOnlyOnce("vary: origin");
  }

  @Test
  void brokenBodyIsSharedToo() {
    Wire.Reply reply = Wire.send(client.port(), "POST " + LEADS + " HTTP/1.1\r\nHost: a\r\nOrigin: " + Known.ORIGIN
        + "\r\nAuthorization: Bearer " + Known.PLAIN.reveal() + "\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n");
    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.text().toLowerCase(Locale.ROOT)).containsOnlyOnce("access-control-allow-origin: " + Known.ORIGIN)
        .containsOnlyOnce("vary: origin");
  }

  @Test
  void refusalOfWhatIsNotProperHttpIsSharedWithAllowedOriginsOnly() {
    for (String head : List.of("GET /api/v2/x HTTP/1.1\r\nOrigin: https://evil.example",
        "GET /api/platform/v1/tenants HTTP/1.1\r\nOrigin: " + Known.ORIGIN)) {
      Wire.Reply reply = Wire.send(client.port(), head + "\r\nHost: a\r\nHost: b\r\n\r\n");
      assertThat(reply.status()).as(reply.text()).isEqualTo(400);
      assertThat(reply.text()).doesNotContainIgnoringCase("access-control-");
    }
  }
}
