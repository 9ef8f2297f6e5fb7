package dev.latchkey.adapters.dashboard.session;

import static dev.latchkey.adapters.dashboard.fixtures.Dashboard.HOME;
import static dev.latchkey.adapters.dashboard.fixtures.Dashboard.KEYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verifyNoInteractions;

import dev.latchkey.adapters.dashboard.fixtures.Browser;
import dev.latchkey.adapters.dashboard.fixtures.Dashboard;
import dev.latchkey.domain.tenant.Role;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each role tries each page and each change that is not for everybody. */
class RolesTest {

  private static final List<String> CHANGES_OF_MEMBERS = List.of(
      "/settings/members", "/settings/members/8/role", "/settings/members/8/password", "/settings/members/8/removal");

  @RegisterExtension
  private static final Dashboard dashboard = Dashboard.started();

  @ParameterizedTest
  @EnumSource
  void whoMayNotManageKeysIsToldNoExplanation(Role role) {
    dashboard.signedInAs(role);
    Browser browser = dashboard.signedIn();

    assertAllowed(browser.open(HOME + "/settings/why"), role != Role.VIEWER);
    browser.open(KEYS);
    HttpResponse<String> reply = browser
        .send(HOME + "/settings/why", Map.of("subject", "request-1", "permission", "leads:read"));

    assertAllowed(reply, role != Role.VIEWER);
    if (role == Role.VIEWER) {
      verifyNoInteractions(dashboard.access, dashboard.refusals);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ADMIN", "VIEWER"})
  void whoIsNoOwnerNeitherSeesNorChangesMembers(Role role) {
    dashboard.signedInAs(role);
    Browser browser = dashboard.signedIn();

    assertAllowed(browser.open(HOME + "/settings/members"), false);
    assertAllowed(browser.open(HOME + "/settings/members/8"), false);
    for (String change : CHANGES_OF_MEMBERS) {
      browser.open(KEYS);
      assertAllowed(
          browser.send(
              HOME + change,
              Map.of("email", "bob@example.org", "password", "long enough", "role", "OWNER", "confirmation", "x")),
          false);
    }
    verifyNoInteractions(dashboard.members);
  }

  @ParameterizedTest
  @EnumSource
  void everyRoleSeesTheTrailAndHowToCallTheApi(Role role) {
    dashboard.signedInAs(role);
    Browser browser = dashboard.signedIn();

    assertAllowed(browser.open(HOME + "/settings/audit"), true);
    assertAllowed(browser.open(HOME + "/settings/api"), true);
  }

  @ParameterizedTest
  @EnumSource
  void theTabsAreThoseThatTheRoleMayOpen(Role role) {
    dashboard.signedInAs(role);

    String page = dashboard.signedIn().open(KEYS).body();

    assertThat(page.contains("/settings/members\"")).isEqualTo(role == Role.OWNER);
    assertThat(page.contains("/settings/why\"")).isEqualTo(role != Role.VIEWER);
    assertThat(page).contains("/settings/audit\"", "/settings/api\"");
  }

  private static void assertAllowed(HttpResponse<String> reply, boolean allowed) {
    assertThat(reply.statusCode()).isEqualTo(allowed ? 200 : 403);
    assertThat(reply.body().contains("You may not do that")).isEqualTo(!allowed);
  }
}
