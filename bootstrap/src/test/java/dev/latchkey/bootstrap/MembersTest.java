package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the operator does with members shows in the dashboard of the real server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MembersTest {

  private static final String ADA = "ada@example.com";
  private static final String PASSWORD = "correct horse";
  private static final String NEW_PASSWORD = "battery staple";

  private RunningServer server;
  private Platform platform;
  private String tenant;
  private Browser browser;

  @BeforeAll
  void start(@TempDir Path folder) {
    server = RunningServer.start(folder.resolve("data"), Map.of("LATCHKEY_OPERATOR_TOKEN", Platform.TOKEN));
    platform = Platform.of(server.client());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @BeforeEach
  void aTenantOfItsOwn() {
    tenant = platform.tenant("Acme");
    browser = new Browser(server.client(), "/en/" + tenant);
  }

  @Test
  void anAddedMemberSignsInAndANewPasswordEndsTheSession() {
    String member = add("ADMIN");
    Client signedIn = signIn(PASSWORD);
    assertThat(keys(signedIn).body()).contains(ADA);

    platform.operator().patch(member, "{\"role\":\"VIEWER\"}").isStatus(200);
    assertThat(keys(signedIn).status()).isEqualTo(200);
    Answer changed = platform.operator().patch(member, "{\"password\":\"%s\"}".formatted(NEW_PASSWORD)).isStatus(200);

    assertThat(changed.text("data", "role")).isEqualTo("VIEWER");
    assertThat(keys(signedIn).status()).isEqualTo(303);
    assertThat(browser.signIn(ADA, PASSWORD).status()).isEqualTo(403);
    assertThat(keys(signIn(NEW_PASSWORD)).status()).isEqualTo(200);
  }

  @Test
  void aRemovedMemberIsSignedOutAndSignsInNoMore() {
    String member = add("OWNER");
    Client signedIn = signIn(PASSWORD);
    assertThat(keys(signedIn).status()).isEqualTo(200);

    assertThat(platform.operator().delete(member).isStatus(204).body()).isEmpty();

    assertThat(keys(signedIn).status()).isEqualTo(303);
    assertThat(browser.signIn(ADA, PASSWORD).status()).isEqualTo(403);
    platform.operator().get(member).isProblem(404, "member_not_found");
    assertThat(platform.operator().get(members(tenant)).list()).isEmpty();
  }

  @Test
  void anEmailIsTakenInOneTenantAndFreeInAnother() {
    add("OWNER");
    post(tenant, "VIEWER").isProblem(409, "member_exists");
    post(platform.tenant("Other"), "VIEWER").isStatus(201);
  }

  @Test
  void aMemberOfAnotherTenantIsNotThere() {
    String id = post(tenant, "OWNER").text("data", "id");
    String elsewhere = members(platform.tenant("Other")) + "/" + id;

    platform.operator().get(elsewhere).isProblem(404, "member_not_found");
    platform.operator().patch(elsewhere, "{\"role\":\"VIEWER\"}").isProblem(404, "member_not_found");
    platform.operator().delete(elsewhere).isProblem(404, "member_not_found");
    assertThat(platform.operator().get(members(tenant) + "/" + id).text("data", "role")).isEqualTo("OWNER");
  }

  @Test
  void everyChangeIsInTheTrailAndNoPasswordIs() {
    String member = add("ADMIN");
    platform.operator().patch(member, "{\"role\":\"OWNER\",\"password\":\"%s\"}".formatted(NEW_PASSWORD)).isStatus(200);
    platform.operator().delete(member).isStatus(204);

    Answer trail = platform.operator().get(platform.path(tenant) + "/audit-events");

    List<String> actions = trail.list().stream().map(MembersTest::action).toList();
    assertThat(actions).containsExactly("member.removed", "member.changed", "member.added", "tenant.created");
    assertThat(trail.body()).contains(ADA, "role, password").doesNotContain(PASSWORD, NEW_PASSWORD, "argon2");
  }

  private static String action(JsonNode event) {
    return event.get("action").getStringValue();
  }

  private String members(String of) {
    return platform.path(of) + "/members";
  }

  private Answer post(String to, String role) {
    return platform.operator()
        .post(
            members(to),
            "{\"email\":\"%s\",\"password\":\"%s\",\"role\":\"%s\"}".formatted(ADA, PASSWORD, role));
  }

  /** Adds a member to the test's tenant and tells the path to it. */
  private String add(String role) {
    return members(tenant) + "/" + post(tenant, role).isStatus(201).text("data", "id");
  }

  private Client signIn(String password) {
    Answer signedIn = browser.signIn(ADA, password);
    assertThat(signedIn.status()).isEqualTo(303);
    return browser.keeping(signedIn);
  }

  private Answer keys(Client signedIn) {
    return signedIn.get(browser.home() + "/settings/api-keys");
  }
}
