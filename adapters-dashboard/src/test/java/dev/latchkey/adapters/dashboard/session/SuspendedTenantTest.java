package dev.latchkey.adapters.dashboard.session;

import static dev.latchkey.adapters.dashboard.fixtures.Dashboard.HOME;
import static dev.latchkey.adapters.dashboard.fixtures.Dashboard.KEYS;
import static dev.latchkey.adapters.dashboard.fixtures.Dashboard.key;
import static dev.latchkey.adapters.dashboard.fixtures.Dashboard.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.latchkey.adapters.dashboard.fixtures.Browser;
import dev.latchkey.adapters.dashboard.fixtures.Dashboard;
import dev.latchkey.application.port.in.ForManagingOwnAccount.PasswordChange;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.key.format.KeyFormat;
import dev.latchkey.domain.tenant.Role;
import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The staff of a suspended tenant tries every form that there is. */
class SuspendedTenantTest {

  private static final ApiKey KEY = key("Dialer", plain(Environment.LIVE));

  /** They change nothing: signing in and out, wherever one's own sessions are, a question, a search. */
  private static final Set<String> HARMLESS = Set.of(
      "/sign-in",
      "/sign-out",
      "/settings/account/sessions",
      "/settings/why",
      "/settings/api-keys/search");

  private static final Map<String, String> FIELDS = Map.of(
      "name", "Dialer",
      "status", "DISABLED",
      "overlap", "0",
      "email", "bob@example.org",
      "password", "long enough",
      "role", "ADMIN",
      "confirmation", "bob@example.org");

  @RegisterExtension
  private static final Dashboard dashboard = Dashboard.started();

  @BeforeEach
  void prepare() {
    dashboard.hasOne(KEY);
  }

  @ParameterizedTest
  @EnumSource
  void everyFormThatChangesSomethingIsRefusedWithWords(Role role) {
    dashboard.suspended(role);
    Browser browser = dashboard.signedIn();
    List<String> forms = forms().filter(path -> !HARMLESS.contains(path)).toList();

    assertThat(forms).hasSizeGreaterThan(8)
        .contains("/settings/members", "/settings/api-keys/new", "/settings/account/password");
    for (String form : forms) {
      browser.open(KEYS);
      HttpResponse<String> reply = browser.send(HOME + form, FIELDS);
      assertThat(reply.statusCode()).as(form).isEqualTo(403);
      assertThat(reply.body()).as(form).containsAnyOf("Your tenant is suspended", "You may not do that");
      if (role == Role.OWNER || form.equals("/settings/account/password")) {
        assertThat(reply.body()).as(form).contains("Your tenant is suspended", "Ask the operator");
      }
    }
    verify(dashboard.keys, never()).issue(any(), any(), any());
    verify(dashboard.keys, never()).change(any(), any(), any(), any());
    verify(dashboard.keys, never()).delete(any(), any(), any());
    verify(dashboard.members, never()).add(any(), any(), any(), any());
    verify(dashboard.members, never()).change(any(), any(), any(), any());
    verify(dashboard.members, never()).remove(any(), any());
    verify(dashboard.account, never()).changePassword(any(), any(), any(), any());
  }

  @ParameterizedTest
  @EnumSource
  void ownSessionsAreEndedAndThePasswordIsNotOffered(Role role) {
    dashboard.suspended(role);
    Browser browser = dashboard.signedIn();

    assertThat(browser.open(HOME + "/settings/account").body())
        .contains("Your sessions", "This tenant is suspended")
        .doesNotContain("/settings/account/password");
    assertThat(browser.send(HOME + "/settings/account/sessions", Map.of("session", "others")).statusCode())
        .isEqualTo(303);
    assertThat(browser.send(HOME + "/settings/account/sessions", Map.of("session", "0".repeat(16))).statusCode())
        .isEqualTo(303);

    verify(dashboard.account).endOtherSessions(any());
    verify(dashboard.account).endSession(any(), any());
  }

  @Test
  void passwordThatIsPostedWhileTheTenantIsBeingSuspendedIsRefusedWithWords() {
    when(dashboard.account.changePassword(any(), any(), any(), any())).thenReturn(new PasswordChange.Suspended());
    Browser browser = dashboard.signedIn();
    browser.open(HOME + "/settings/account");

    HttpResponse<String> reply = browser.send(
        HOME + "/settings/account/password", Map.of("present", Dashboard.PASSWORD, "password", "battery staple"));

    assertThat(reply.statusCode()).isEqualTo(403);
    assertThat(reply.body()).contains("Your tenant is suspended");
  }

  @Test
  void everyFormWorksOnceTheTenantIsActiveAgain() {
    dashboard.suspended(Role.OWNER);
    assertThat(dashboard.signedIn().open(KEYS + "/new").statusCode()).isEqualTo(403);

    dashboard.role(Role.OWNER);
    assertThat(dashboard.signedIn().open(KEYS + "/new").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource
  void staffLooksAtEverythingAndIsToldThatTheTenantIsSuspended(Role role) {
    dashboard.suspended(role);
    Browser browser = dashboard.signedIn();

    for (String page : List.of("/settings/api-keys", "/settings/audit", "/settings/api", "/settings/account")) {
      assertThat(browser.open(HOME + page).statusCode()).as(page).isEqualTo(200);
    }
    assertThat(browser.open(HOME + "/settings/why").statusCode()).isEqualTo(role == Role.VIEWER ? 403 : 200);
    assertThat(browser.open(HOME + "/settings/members").statusCode()).isEqualTo(role == Role.OWNER ? 200 : 403);
    assertThat(browser.open(KEYS).body())
        .contains("Dialer", "This tenant is suspended")
        .doesNotContain("role=\"switch\"", "/edit", "/deletion", KEYS + "/new");
    assertThat(browser.open(HOME.replace("/en/", "/de/") + "/settings/api-keys").body())
        .contains("Dieser Mandant ist gesperrt");
  }

  private static Stream<String> forms() {
    return dashboard.server.getApplicationContext().getBean(Router.class).uriRoutes()
        .filter(route -> route.getHttpMethod() == HttpMethod.POST)
        .map(route -> route.getUriMatchTemplate().toPathString())
        .filter(path -> path.contains("{tenant}"))
        .map(path -> path.substring(path.indexOf("{tenant}") + "{tenant}".length()))
        .map(path -> path.replace("{key}", KeyFormat.handle(KEY.id())).replace("{member}", "8"))
        .distinct();
  }
}
