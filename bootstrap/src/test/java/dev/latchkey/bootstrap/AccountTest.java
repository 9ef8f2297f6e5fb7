package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What members do with their own password and sessions, on the real server. Sign-ins are counted, so each test has its own. */
class AccountTest {

  private static final String ADA = "ada@example.com";
  private static final String PASSWORD = "correct horse";
  private static final String NEW_PASSWORD = "battery staple";
  private static final String ACCOUNT = "/settings/account";

  private RunningServer server;
  private Platform platform;
  private String tenant;
  private Browser browser;

  @BeforeEach
  void start(@TempDir Path folder) {
    server = RunningServer.start(folder.resolve("data"), Map.of("LATCHKEY_OPERATOR_TOKEN", Platform.TOKEN));
    platform = Platform.of(server.client());
    tenant = platform.tenant("Acme");
    browser = new Browser(server.client(), "/en/" + tenant);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"VIEWER", "ADMIN", "OWNER"})
  void memberChangesTheirOwnPasswordAndAllOtherSessionsEnd(String role) {
    add(role);
    Browser here = signedIn(PASSWORD);
    Browser elsewhere = signedIn(PASSWORD);

    for (String refused : List.of("password", "aaaaaaaa", ADA, "short")) {
      assertThat(change(here, PASSWORD, refused).status()).as(refused).isEqualTo(422);
    }
    assertThat(change(here, "wr0ng-pass", NEW_PASSWORD).isStatus(422).body())
        .contains("not match your current password");
    Answer changed = change(here, PASSWORD, NEW_PASSWORD).isStatus(303);

    assertThat(isSignedIn(elsewhere)).isFalse();
    assertThat(isSignedIn(here)).as("the token of before").isFalse();
    assertThat(isSignedIn(new Browser(browser.keeping(changed), browser.home()))).isTrue();
    assertThat(browser.signIn(ADA, PASSWORD).status()).isEqualTo(403);
    assertThat(isSignedIn(signedIn(NEW_PASSWORD))).isTrue();
    Answer trail = platform.operator().get(platform.path(tenant) + "/audit-events").isStatus(200);
    assertThat(trail.body()).contains("member.changed").doesNotContain(PASSWORD, NEW_PASSWORD);
    assertThat(server.output()).doesNotContain(NEW_PASSWORD);
  }

  @Test
  void guessingThePresentPasswordEndsInAWait() {
    add("VIEWER");
    Browser here = signedIn(PASSWORD);
    for (int i = 0; i < 10; i++) {
      assertThat(change(here, "wr0ng-pass", NEW_PASSWORD).status()).isEqualTo(422);
    }

    Answer refused = change(here, PASSWORD, NEW_PASSWORD);

    assertThat(refused.status()).isEqualTo(429);
    assertThat(Integer.parseInt(refused.header("retry-after"))).isBetween(1, 90);
  }

  @Test
  void sessionsAreListedAndEndedByTheirOwnerAlone() {
    add("VIEWER");
    Browser here = signedIn(PASSWORD);
    Browser second = signedIn(PASSWORD);
    Browser third = signedIn(PASSWORD);
    List<String> ids = others(here);
    assertThat(ids).hasSize(2);
    assertThat(others(second)).hasSize(2).isNotEqualTo(ids);

    here.send(ACCOUNT, ACCOUNT + "/sessions", Map.of("session", ids.getFirst())).isStatus(303);
    assertThat(List.of(isSignedIn(second), isSignedIn(third))).containsExactlyInAnyOrder(true, false);

    here.send(ACCOUNT, ACCOUNT + "/sessions", Map.of("session", "others")).isStatus(303);
    assertThat(isSignedIn(second) || isSignedIn(third)).isFalse();
    assertThat(isSignedIn(here)).isTrue();
    assertThat(others(here)).isEmpty();
  }

  @Test
  void memberHasTwentySessionsAtMostAndTheOldestEnd() {
    add("VIEWER");
    List<Browser> all = new ArrayList<>();
    for (int i = 0; i < 22; i++) {
      all.add(signedIn(PASSWORD));
    }

    assertThat(all.subList(0, 2)).noneMatch(AccountTest::isSignedIn);
    assertThat(all.subList(2, 22)).allMatch(AccountTest::isSignedIn);
  }

  @Test
  void staffOfASuspendedTenantLooksAndChangesNothingUntilItIsActiveAgain() {
    add("OWNER");
    Browser owner = signedIn(PASSWORD);
    platform.operator().patch(platform.path(tenant), "{\"status\":\"SUSPENDED\"}").isStatus(200);
    Map<String, String> newKey = Map.of("name", "k", "environment", "live", "access", "ALL", "once", "A".repeat(32));

    Answer refused = owner.send("/settings/api-keys", "/settings/api-keys/new", newKey);

    assertThat(refused.isStatus(403).body()).contains("Your tenant is suspended", "Ask the operator");
    for (String form : List.of("/settings/members", "/settings/api-keys/0000000000g/status")) {
      assertThat(owner.send("/settings/api-keys", form, Map.of("status", "ACTIVE")).status()).as(form).isEqualTo(403);
    }
    assertThat(platform.operator().get(platform.keys(tenant)).isStatus(200).list()).isEmpty();
    assertThat(owner.client().get(owner.home() + "/settings/api-keys").isStatus(200).body())
        .contains("This tenant is suspended");
    assertThat(isSignedIn(signedIn(PASSWORD))).as("a sign-in while suspended").isTrue();

    platform.operator().patch(platform.path(tenant), "{\"status\":\"ACTIVE\"}").isStatus(200);
    String key = owner.generateKey(owner.client(), "k");
    assertThat(server.client().with(key).get("/api/v2/auth/whoami").status()).isEqualTo(200);
  }

  @Test
  void pastedKeyNeverComesIntoAnAddressNorTheLog() {
    add("OWNER");
    Browser owner = signedIn(PASSWORD);
    Platform.Key key = platform.key(tenant, "{\"name\":\"Dialer\"}");

    Answer found = owner.send("/settings/api-keys", "/settings/api-keys/search", Map.of("q", key.text())).isStatus(303);

    assertThat(found.header("location")).endsWith("?q=" + key.text().split("_")[2]).doesNotContain(key.secret());
    assertThat(server.output()).doesNotContain(key.secret());
  }

  @Test
  void formThatIsBrokenOrTooLargeIsAnsweredWithAPage() {
    Client form = server.client().sending("Content-Type", "application/x-www-form-urlencoded");
    for (String body : List.of("%zz", "email=%", "a=%4")) {
      Answer answer = form.answer(
          "POST", browser.home() + "/sign-in", BodyPublishers.ofString(body));
      assertThat(answer.isStatus(400).body()).contains("This form is malformed");
    }
    Answer large = form.answer(
        "POST",
        browser.home() + "/sign-in",
        BodyPublishers.ofString("email=" + "x".repeat(2 * 1024 * 1024)));
    assertThat(large.isStatus(413).body()).contains("This form is too large");
    assertThat(server.output()).doesNotContain("Exception");
  }

  private static Answer change(Browser member, String present, String password) {
    return member.send(ACCOUNT, ACCOUNT + "/password", Map.of("present", present, "password", password));
  }

  private static List<String> others(Browser member) {
    Matcher ids = Pattern.compile("name=\"session\" value=\"([0-9a-f]{16})\"")
        .matcher(member.client().get(member.home() + ACCOUNT).isStatus(200).body());
    return ids.results().map(found -> found.group(1)).toList();
  }

  private static boolean isSignedIn(Browser member) {
    return member.client().get(member.home() + ACCOUNT).status() == 200;
  }

  private void add(String role) {
    platform.operator()
        .post(
            platform.path(tenant) + "/members",
            "{\"email\":\"%s\",\"password\":\"%s\",\"role\":\"%s\"}".formatted(ADA, PASSWORD, role))
        .isStatus(201);
  }

  private Browser signedIn(String password) {
    Answer answer = browser.signIn(ADA, password).isStatus(303);
    return new Browser(browser.keeping(answer), browser.home());
  }
}
