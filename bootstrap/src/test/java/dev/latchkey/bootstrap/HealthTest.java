package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the server says of itself, and what all of its answers have in common. */
class HealthTest {

  private static RunningServer server;
  private static Client anybody;

  @BeforeAll
  static void start(@TempDir Path folder) {
    server = RunningServer.start(folder.resolve("data"), Map.of("LATCHKEY_OPERATOR_TOKEN", Platform.TOKEN));
    anybody = server.client();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void itIsAliveAndReadyOnceItSaysSo() {
    assertThat(anybody.get("/health/liveness").isStatus(200).text("status")).isEqualTo("UP");
    assertThat(anybody.get("/health/readiness").isStatus(200).text("status")).isEqualTo("UP");
  }

  @Test
  void healthShowsNoDetailButTheTopologyOfTheDatabase() {
    assertThat(anybody.get("/health/liveness").body()).isEqualTo("{\"status\":\"UP\"}");
    assertThat(List.of("/health", "/health/readiness")).allSatisfy(
        path -> assertThat(anybody.get(path).body()).isEqualTo(
            "{\"status\":\"UP\",\"details\":{\"database\":{\"status\":\"UP\",\"details\":{\"topology\":\"embedded\"}}}}"));
  }

  @Test
  void itTellsItsFiguresToPrometheus() {
    Answer figures = anybody.get("/prometheus").isStatus(200);

    assertThat(figures.header("Content-Type")).startsWith("text/plain");
    assertThat(figures.body()).contains("# TYPE jvm_memory_used_bytes gauge");
  }

  @Test
  void figuresDoNotGrowWithWhatIsAskedFor() {
    anybody.get("/somewhere-that-nobody-knows").isProblem(404, "route_not_found");
    anybody.with("lk_live_not-a-key-but-noticed").get("/api/v2/auth/whoami").isProblem(401, "key_malformed");
    anybody.get("/api/v2/voice-campaigns/VoiceCampaign:778899/leads").isProblem(401, "credentials_missing");

    assertThat(anybody.get("/prometheus").body())
        .contains("http_server_requests_seconds_count")
        .doesNotContain("somewhere-that-nobody-knows", "not-a-key-but-noticed", "778899");
  }

  @Test
  void itTellsItsVersion() {
    assertThat(anybody.get("/version").isStatus(200).text("data", "version")).isNotBlank();
  }

  @Test
  void anUnknownRouteIsAProblemWithAndWithoutCredentials() {
    anybody.get("/api/v3/leads").isProblem(404, "route_not_found");
    anybody.with("lk_live_x").get("/api").isProblem(404, "route_not_found");
    anybody.post("/api/v2/voice-campaign", "{}").isProblem(404, "route_not_found");
  }

  @Test
  void aWrongMethodIsToldTheRightOnes() {
    Answer refused = anybody.withJson("PUT", "/api/v2/voice-campaigns/VoiceCampaign:1/leads", "{}")
        .isProblem(405, "method_not_allowed");

    assertThat(refused.header("Allow").split(",\\s*")).contains("GET", "POST").doesNotContain("PUT");
    anybody.delete("/version").isProblem(405, "method_not_allowed");
  }

  @Test
  void aTrailingSlashChangesNothingAndRedirectsNowhere() {
    assertThat(anybody.get("/version/").isStatus(200).body()).isEqualTo(anybody.get("/version").body());
    anybody.get("/health/liveness/").isStatus(200);
    anybody.get("/api/v2/auth/whoami/").isProblem(401, "credentials_missing");
    anybody.post("/v1/api/voice-campaigns/VoiceCampaign:1/leads/", "{}").isProblem(401, "credentials_missing");
    assertThat(Platform.of(anybody).operator().get("/api/platform/v1/tenants/").list()).isEmpty();
  }

  @Test
  void theCallersRequestIdComesBackIfItIsFitToBeLogged() {
    for (String fit : List.of("a", "Order-17_b.2", "x".repeat(64))) {
      Answer answer = anybody.sending("X-Request-Id", fit).get("/nowhere").isProblem(404, "route_not_found");
      assertThat(answer.header("X-Request-Id")).isEqualTo(fit);
      assertThat(answer.text("request_id")).isEqualTo(fit);
    }
    for (String unfit : List.of("x".repeat(65), "a b", "a\"b", "é", "<script>")) {
      Answer answer = anybody.sending("X-Request-Id", unfit).get("/version").isStatus(200);
      assertThat(answer.header("X-Request-Id")).isNotEqualTo(unfit);
    }
  }

  @Test
  void everyRequestWithoutANameGetsOneOfItsOwn() {
    assertThat(anybody.get("/version").header("X-Request-Id"))
        .isNotEqualTo(anybody.get("/version").header("X-Request-Id"));
  }
}
