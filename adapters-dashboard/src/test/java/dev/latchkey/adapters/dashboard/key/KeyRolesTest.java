package dev.latchkey.adapters.dashboard.key;

import static dev.latchkey.adapters.dashboard.fixtures.Dashboard.KEYS;
import static dev.latchkey.adapters.dashboard.fixtures.Dashboard.key;
import static dev.latchkey.adapters.dashboard.fixtures.Dashboard.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import dev.latchkey.adapters.dashboard.fixtures.Browser;
import dev.latchkey.adapters.dashboard.fixtures.Dashboard;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.key.format.KeyFormat;
import dev.latchkey.domain.tenant.Role;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KeyRolesTest {

  private static final ApiKey KEY = key("Dialer", plain(Environment.LIVE));
  private static final String OF_KEY = KEYS + "/" + KeyFormat.handle(KEY.id());

  private static final List<String> FORMS = List.of(
      KEYS + "/new", OF_KEY + "/edit", OF_KEY + "/rotation", OF_KEY + "/deletion");

  @RegisterExtension
  private static final Dashboard dashboard = Dashboard.started();

  @Test
  void aViewerSeesTheKeysAndNothingToChangeThemWith() {
    dashboard.hasOne(KEY);
    dashboard.role(Role.VIEWER);

    assertThat(dashboard.signedIn().open(KEYS).body())
        .contains("Dialer", "Active")
        .doesNotContain("role=\"switch\"", "/edit", "/rotation", "/deletion", "/new");
  }

  @Test
  void aViewerIsRefusedEveryFormAndEveryChange() {
    dashboard.hasOne(KEY);
    dashboard.role(Role.VIEWER);
    Browser browser = dashboard.signedIn();
    browser.open(KEYS);

    for (String form : FORMS) {
      isForbidden(browser.open(form), form);
      isForbidden(browser.send(form, Map.of("name", "Dialer", "overlap", "0")), form);
    }
    isForbidden(browser.send(OF_KEY + "/status", Map.of("status", "DISABLED")), "status");
    verify(dashboard.keys, never()).issue(any(), any(), any());
    verify(dashboard.keys, never()).change(any(), any(), any(), any());
    verify(dashboard.keys, never()).rotate(any(), any(), any(), any());
    verify(dashboard.keys, never()).delete(any(), any(), any());
  }

  @Test
  void adminsAndOwnersGetEveryForm() {
    dashboard.hasOne(KEY);
    for (Role role : List.of(Role.ADMIN, Role.OWNER)) {
      dashboard.role(role);
      Browser browser = dashboard.signedIn();
      assertThat(browser.open(KEYS).body()).contains("role=\"switch\"", FORMS.get(0), FORMS.get(1), FORMS.get(3));
      for (String form : FORMS) {
        assertThat(browser.open(form).statusCode()).as(form).isEqualTo(200);
      }
    }
  }

  private static void isForbidden(HttpResponse<String> reply, String what) {
    assertThat(reply.statusCode()).as(what).isEqualTo(403);
    assertThat(reply.body()).contains("You may not do that");
  }
}
