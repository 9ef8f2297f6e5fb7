package dev.latchkey.adapters.dashboard.session;

import static dev.latchkey.adapters.dashboard.fixtures.Dashboard.HOME;
import static dev.latchkey.adapters.dashboard.fixtures.Dashboard.KEYS;
import static dev.latchkey.adapters.dashboard.fixtures.Dashboard.PASSWORD;
import static dev.latchkey.adapters.dashboard.fixtures.Dashboard.SESSION;
import static dev.latchkey.adapters.dashboard.fixtures.Dashboard.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.latchkey.adapters.dashboard.fixtures.Browser;
import dev.latchkey.adapters.dashboard.fixtures.Dashboard;
import dev.latchkey.application.port.in.ForManagingOwnAccount.PasswordChange;
import dev.latchkey.domain.access.OwnAccount;
import dev.latchkey.domain.tenant.Role;
import dev.latchkey.domain.tenant.Session;
import dev.latchkey.domain.tenant.SessionToken;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccountPagesTest {

  private static final String ACCOUNT = HOME + "/settings/account";
  private static final SessionToken OTHER = new SessionToken("session-of-ada-at-home");
  private static final SessionToken NEW = new SessionToken("the-new-session-of-ada");

  @RegisterExtension
  private static final Dashboard dashboard = Dashboard.started();

  @BeforeEach
  void prepare() {
    when(dashboard.account.sessions(any())).thenReturn(List.of(session(SESSION), session(OTHER)));
    when(dashboard.account.changePassword(any(), any(), any(), any())).thenReturn(new PasswordChange.Changed(NEW));
  }

  @ParameterizedTest
  @EnumSource
  void memberOfEveryRoleFindsTheWayAndChangesTheirPassword(Role role) {
    dashboard.role(role);
    Browser browser = dashboard.signedIn();
    assertThat(browser.open(KEYS).body()).contains("href=\"" + ACCOUNT + "\"");
    String before = browser.cookie("latchkey-form").orElseThrow();

    HttpResponse<String> reply = browser.send(
        ACCOUNT + "/password", Map.of("present", PASSWORD, "password", "battery staple"), "User-Agent", "Firefox");

    assertThat(reply.statusCode()).isEqualTo(303);
    assertThat(browser.cookie("latchkey-session")).hasValue(NEW.reveal());
    assertThat(browser.cookie("latchkey-form")).isPresent().get().isNotEqualTo(before);
    verify(dashboard.account).changePassword(
        argThat(AccountPagesTest::isAdas),
        argThat(present -> present.reveal().equals(PASSWORD)),
        argThat(chosen -> chosen.password().reveal().equals("battery staple")),
        argThat(origin -> origin.userAgent().orElse("").equals("Firefox") && origin.address().isPresent()));
    assertThat(browser.open(ACCOUNT).body()).contains("Your password was changed");
  }

  @Test
  void wrongPresentPasswordIsSaidBesideItsField() {
    when(dashboard.account.changePassword(any(), any(), any(), any()))
        .thenReturn(new PasswordChange.NotConfirmed());
    Browser browser = opened();

    HttpResponse<String> reply = browser.send(
        ACCOUNT + "/password", Map.of("present", "wr0ng-pass", "password", "battery staple"));

    assertThat(reply.statusCode()).isEqualTo(422);
    assertThat(reply.body()).contains("id=\"present-fault\"", "not match your current password")
        .doesNotContain("wr0ng-pass", "battery staple");
    assertThat(browser.cookie("latchkey-session")).hasValue(SESSION.reveal());
  }

  @Test
  void fieldThatIsMissingTooLongOrRepeatedIsAFaultAndNoFailure() {
    Browser browser = opened();
    for (Map<String, String> fields : List.of(
        Map.<String, String>of(),
        Map.of("present", "", "password", "battery staple"),
        Map.of("present", "x".repeat(1_000), "password", "battery staple"),
        Map.of("present", PASSWORD),
        Map.of("present", PASSWORD, "password", "short"),
        Map.of("present", PASSWORD, "password", "x".repeat(257)),
        Map.of("present", PASSWORD, "password", "password"),
        Map.of("present", PASSWORD, "password", "ada@example.org"))) {
      assertThat(browser.send(ACCOUNT + "/password", fields).statusCode()).as(fields.toString()).isEqualTo(422);
    }
    verify(dashboard.account, never()).changePassword(any(), any(), any(), any());
  }

  @Test
  void afterTooManyAttemptsThePageSaysHowLongToWait() {
    when(dashboard.account.changePassword(any(), any(), any(), any()))
        .thenReturn(new PasswordChange.TooManyAttempts(Duration.ofSeconds(61)));

    HttpResponse<String> reply = opened().send(
        ACCOUNT + "/password", Map.of("present", "wr0ng-pass", "password", "battery staple"));

    assertThat(reply.statusCode()).isEqualTo(429);
    assertThat(reply.headers().firstValue("Retry-After")).hasValue("61");
    assertThat(reply.body()).contains("Wait 2 minutes");
  }

  @Test
  void sessionsAreListedWithWhereTheyCameFromAndWhichOneThisIs() {
    String page = dashboard.signedIn().open(ACCOUNT).body();

    assertThat(page)
        .contains("Mozilla/5.0 &lt;b&gt;", "192.0.2.7", "Jan 1, 2026", "(this one)",
            "value=\"" + session(OTHER).id() + "\"")
        .doesNotContain("value=\"" + session(SESSION).id() + "\"", SESSION.reveal(), OTHER.digest(), "<b>");
    assertThat(dashboard.signedIn().open(ACCOUNT.replace("/en/", "/de/")).body())
        .contains("Mein Konto", "(diese)", "Ihre Sitzungen");
  }

  @Test
  void oneSessionIsEnded() {
    Browser browser = opened();

    assertThat(browser.send(ACCOUNT + "/sessions", Map.of("session", session(OTHER).id())).statusCode())
        .isEqualTo(303);

    verify(dashboard.account).endSession(argThat(AccountPagesTest::isAdas), eq(session(OTHER).id()));
    verify(dashboard.account, never()).endOtherSessions(any());
    assertThat(browser.open(ACCOUNT).body()).contains("The session has ended.");
  }

  @Test
  void allOtherSessionsAreEnded() {
    Browser browser = opened();

    assertThat(browser.send(ACCOUNT + "/sessions", Map.of("session", "others")).statusCode()).isEqualTo(303);

    verify(dashboard.account).endOtherSessions(argThat(AccountPagesTest::isAdas));
    verify(dashboard.account, never()).endSession(any(), any());
  }

  @Test
  void formFromElsewhereChangesNothing() {
    Browser browser = dashboard.signedIn();

    assertThat(browser.post(ACCOUNT + "/password", Map.of("present", PASSWORD, "password", "battery staple"))
        .statusCode()).isEqualTo(403);
    assertThat(browser.post(ACCOUNT + "/sessions", Map.of("session", "others")).statusCode()).isEqualTo(403);

    verify(dashboard.account, never()).changePassword(any(), any(), any(), any());
    verify(dashboard.account, never()).endOtherSessions(any());
  }

  private static Browser opened() {
    Browser browser = dashboard.signedIn();
    browser.open(ACCOUNT);
    return browser;
  }

  private static boolean isAdas(OwnAccount account) {
    return account.session().tokenDigest().equals(SESSION.digest());
  }

  private static Session session(SessionToken token) {
    return Dashboard.session(token, staff("Acme").member(), staff("Acme").tenant());
  }
}
