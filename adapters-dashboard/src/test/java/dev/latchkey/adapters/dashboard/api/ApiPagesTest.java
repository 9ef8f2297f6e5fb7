package dev.latchkey.adapters.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapters.dashboard.fixtures.Dashboard;
import org.junit.jupiter.api.Test;

class ApiPagesTest {

  private static final String API = Dashboard.HOME + "/settings/api";

  @Test
  void theTenantIdAndTheExamplesAreThereToBeCopied() {
    try (Dashboard dashboard = Dashboard.started()) {
      String page = dashboard.signedIn().open(API).body();

      assertThat(page).contains(
          "id=\"tenant-id\">VGVuYW50OjEyMw==",
          "data-copy=\"tenant-id\"",
          "curl -sS -X POST 'http://localhost:" + dashboard.server.getPort() + "/api/v2/voice-campaigns/",
          "{\"tenant_id\":\"VGVuYW50OjEyMw==\"",
          "/v1/api/voice-campaigns/",
          "href=\"/docs\"");
    }
  }

  @Test
  void thePublicUrlStandsInTheExamples() {
    try (Dashboard dashboard = Dashboard.startedAt("http://localhost:8080/")) {
      assertThat(dashboard.signedIn().open(API).body()).contains("'http://localhost:8080/api/v2/voice-campaigns/");
    }
  }
}
