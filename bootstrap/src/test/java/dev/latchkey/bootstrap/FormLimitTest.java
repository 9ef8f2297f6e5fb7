package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** How long a form may be, and that a broken one is the sender's fault. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormLimitTest {

  private static final int KIBIBYTE = 1024;
  private static final String PASSWORD = "a long pass phrase";

  private RunningServer server;
  private Client anybody;
  private Client member;
  private String home;

  @BeforeAll
  void start(@TempDir Path folder) {
    server = RunningServer.start(folder.resolve("data"), Map.of("LATCHKEY_OPERATOR_TOKEN", Platform.TOKEN));
    String tenant = Platform.of(server.client()).operator()
        .post("/api/platform/v1/tenants",
            "{\"name\":\"Acme\",\"owner\":{\"email\":\"ada@acme.example\",\"password\":\"" + PASSWORD + "\"}}")
        .isStatus(201).text("data", "id");
    home = "/en/" + tenant;
    Browser browser = new Browser(server.client(), home);
    anybody = server.client().sending("Content-Type", "application/x-www-form-urlencoded");
    member = browser.keeping(browser.signIn("ada@acme.example", PASSWORD))
        .sending("Content-Type", "application/x-www-form-urlencoded");
  }

  @AfterAll
  void stop() {
    String said = server.output();
    server.close();
    assertThat(said).doesNotContain(" ERROR ", "\tat ");
  }

  @Test
  void aFormIsNoLongerThanItsPageNeeds() {
    assertThat(posted(anybody, "/sign-in", 16 * KIBIBYTE)).isEqualTo(403);
    assertThat(posted(anybody, "/sign-in", 16 * KIBIBYTE + 1)).isEqualTo(413);
    assertThat(posted(anybody, "/sign-out", 16 * KIBIBYTE + 1)).isEqualTo(413);
    assertThat(posted(anybody, "/settings/api-keys/new", 16 * KIBIBYTE + 1)).isEqualTo(413);
    assertThat(posted(member, "/settings/api-keys/new", 256 * KIBIBYTE)).isEqualTo(403);
    assertThat(posted(member, "/settings/api-keys/new", 256 * KIBIBYTE + 1)).isEqualTo(413);
  }

  @Test
  void aBrokenFormOrQueryIsTheSendersFault() {
    for (Client client : List.of(anybody, member)) {
      for (String path : List.of("/sign-in", "/sign-out", "/settings/api-keys/new", "/settings/members",
          "/settings/why")) {
        for (String broken : List.of("%zz", "a=%", "a=%f", "%=%=", "email=%E0%A4%A&password=x", "form_token=%00%zz")) {
          assertThat(client.answer("POST", home + path, BodyPublishers.ofString(broken)).status()).as(path)
              .isBetween(300, 499);
        }
      }
      for (String query : List.of("?before=x", "?before=%20", "?before=99999999999999999999", "?q=%F0%9F", "?status=x",
          "?environment=", "?before=1&before=2", "?=", "?&&&")) {
        for (String path : List.of("/settings/api-keys", "/settings/members", "/settings/audit", "/settings/why")) {
          assertThat(client.get(home + path + query).status()).as(path + query).isBetween(200, 499);
        }
      }
    }
    assertThat(anybody.answer("POST", home + "/sign-in", BodyPublishers.ofString("%zz")).status()).isEqualTo(400);
  }

  private int posted(Client client, String path, int length) {
    return client.answer("POST", home + path, BodyPublishers.ofString("a=" + "x".repeat(length - 2))).status();
  }
}
