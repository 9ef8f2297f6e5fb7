package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.bootstrap.Platform.Key;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What staff see of the real server: their sessions, and why requests were refused. */
class StaffTest {

  private static final Map<String, String> SETTINGS = Map.of("LATCHKEY_OPERATOR_TOKEN", Platform.TOKEN);
  private static final String ADA = "ada@example.com";
  private static final String PASSWORD = "correct horse";

  private Path dataDir = Path.of("");

  @BeforeEach
  void aFolderOfItsOwn(@TempDir Path folder) {
    dataDir = folder.resolve("data");
  }

  @Test
  void aSessionSurvivesARestartAndEndsWithTheSignOut() {
    String home;
    String cookies;
    try (RunningServer server = RunningServer.start(dataDir, SETTINGS)) {
      Browser browser = browser(server);
      home = browser.home();
      Client signedIn = browser.keeping(browser.signIn(ADA, PASSWORD));
      assertThat(signedIn.get(home + "/settings/audit").status()).isEqualTo(200);
      cookies = signedIn.headers().get("Cookie");
      assertThat(server.stop()).isZero();
    }

    try (RunningServer again = RunningServer.start(dataDir, SETTINGS)) {
      Client signedIn = again.client().sending("Cookie", cookies);
      assertThat(signedIn.get(home + "/settings/audit").isStatus(200).body()).contains(ADA, "Audit");

      assertThat(new Browser(signedIn, home).send("/settings/api", "/sign-out", Map.of()).status()).isEqualTo(303);

      assertThat(signedIn.get(home + "/settings/audit").status()).as("the same cookies again").isEqualTo(303);
    }
  }

  @Test
  void aRefusedRequestIsExplainedByItsIdToItsOwnTenantAlone() {
    try (RunningServer server = RunningServer.start(dataDir, SETTINGS)) {
      Browser browser = browser(server);
      Platform platform = Platform.of(server.client());
      Key key = platform.key(browser.home().substring("/en/".length()));
      platform.operator().patch(platform.path(key), "{\"status\":\"DISABLED\"}").isStatus(200);
      server.client().with(key.text()).sending("X-Request-Id", "a-refused-request").get("/api/v2/auth/whoami")
          .isProblem(401, "key_disabled");

      Browser staff = new Browser(browser.keeping(browser.signIn(ADA, PASSWORD)), browser.home());
      Map<String, String> question = Map.of("subject", "a-refused-request", "permission", "leads:read");
      String page = staff.send("/settings/why", "/settings/why", question).isStatus(200).body();
      while (!page.contains("would still be refused")) {
        page = staff.send("/settings/why", "/settings/why", question).isStatus(200).body();
      }

      assertThat(page).contains(key.masked(), "key_disabled", "a-refused-request", "would still be refused");
      Browser others = browser(server);
      Browser otherStaff = new Browser(others.keeping(others.signIn(ADA, PASSWORD)), others.home());
      assertThat(otherStaff.send("/settings/why", "/settings/why", question).isStatus(200).body())
          .contains("Your tenant has no such key")
          .doesNotContain(key.masked());
      assertThat(staff.send("/settings/why", "/settings/why", Map.of("subject", key.text(), "permission", "leads:read"))
          .isStatus(200).body()).contains(key.masked(), "key_disabled").doesNotContain(key.secret());
      assertThat(server.output()).doesNotContain(key.secret());
    }
  }

  @Test
  void guessingEndsInAWait() {
    try (RunningServer server = RunningServer.start(dataDir, SETTINGS)) {
      Browser browser = browser(server);
      for (int i = 0; i < 10; i++) {
        assertThat(browser.signIn(ADA, "wr0ng-pass").status()).isEqualTo(403);
      }

      Answer refused = browser.signIn(ADA, PASSWORD);

      assertThat(refused.status()).isEqualTo(429);
      assertThat(Integer.parseInt(refused.header("retry-after"))).isBetween(1, 90);
    }
  }

  private static Browser browser(RunningServer server) {
    Platform platform = Platform.of(server.client());
    String tenant = platform.tenant("Acme");
    platform.operator()
        .post(
            platform.path(tenant) + "/members",
            "{\"email\":\"%s\",\"password\":\"%s\",\"role\":\"OWNER\"}".formatted(ADA, PASSWORD))
        .isStatus(201);
    return new Browser(server.client(), "/en/" + tenant);
  }
}
