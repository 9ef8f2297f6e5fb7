package dev.latchkey.adapters.dashboard.key;

import static dev.latchkey.adapters.dashboard.fixtures.Dashboard.KEYS;
import static dev.latchkey.adapters.dashboard.fixtures.Dashboard.key;
import static dev.latchkey.adapters.dashboard.fixtures.Dashboard.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.latchkey.adapters.dashboard.fixtures.Browser;
import dev.latchkey.adapters.dashboard.fixtures.Dashboard;
import dev.latchkey.application.port.in.ForManagingKeys.Changing;
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeyChange;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.Period;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.key.format.KeyFormat;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mockito.ArgumentCaptor;

class KeyEditPagesTest {

  private static final ApiKey KEY = key("Dialer", plain(Environment.LIVE));
  private static final String EDIT = KEYS + "/" + KeyFormat.handle(KEY.id()) + "/edit";
  private static final Map<String, String> AS_IT_IS = Map.of(
      "version", "1", "name", "Dialer", "access", "ALL", "permissions", "leads:read");

  @RegisterExtension
  private static final Dashboard dashboard = Dashboard.started();

  @Test
  void whatWasTypedOtherwiseIsChangedAndTheRestIsLeftAlone() {
    dashboard.hasOne(KEY);
    when(dashboard.keys.change(any(), any(), any(), any())).thenReturn(new Changing.Changed(KEY));
    Browser browser = dashboard.signedIn();
    assertThat(browser.open(EDIT).body()).contains("value=\"Dialer\"", "value=\"leads:write\" checked");

    HttpResponse<String> reply = browser.send(EDIT, with("name", "Import"));

    assertThat(reply.statusCode()).isEqualTo(303);
    assertThat(reply.headers().firstValue("Location")).hasValue(KEYS);
    assertThat(browser.open(KEYS).body()).contains("The key was changed");
    ArgumentCaptor<KeyChange> change = ArgumentCaptor.captor();
    verify(dashboard.keys).change(any(), eq(KEY.id()), change.capture(), eq(OptionalLong.of(1)));
    assertThat(change.getValue().name()).isEqualTo(FieldUpdate.to(new Name("Import")));
    assertThat(change.getValue().fields()).containsExactly("name", "permissions");
  }

  @Test
  void aTimeThatNobodyTouchedKeepsItsSeconds() {
    ApiKey ending = KEY.replaced(new KeyId(43), Instant.parse("2026-07-01T10:20:30Z"));
    dashboard.hasOne(ending);
    when(dashboard.keys.change(any(), any(), any(), any())).thenReturn(new Changing.Changed(ending));
    Browser browser = dashboard.signedIn();
    assertThat(browser.open(EDIT).body()).contains("value=\"2026-07-01T10:20\"");

    browser.send(EDIT, with("version", Long.toString(ending.version()), "expires_at", "2026-07-01T10:20"));

    ArgumentCaptor<KeyChange> change = ArgumentCaptor.captor();
    verify(dashboard.keys).change(any(), any(), change.capture(), any());
    assertThat(change.getValue().expiresAt()).isEqualTo(FieldUpdate.keep());
  }

  @Test
  void aKeyThatSomebodyElseChangedIsNotOverwrittenUnawares() {
    dashboard.hasOne(KEY);
    Browser browser = dashboard.signedIn();
    browser.open(EDIT);
    when(dashboard.keys.change(any(), any(), any(), any())).thenReturn(new Changing.VersionConflict());

    for (Map<String, String> stale : List.of(with("version", "7", "name", "Import"), with("name", "Import"))) {
      HttpResponse<String> reply = browser.send(EDIT, stale);
      assertThat(reply.statusCode()).isEqualTo(409);
      assertThat(reply.body()).contains("This key was changed since you opened this form", "value=\"Import\"",
          "Reload the current settings");
    }
  }

  @Test
  void whatTheCoreRefusesIsTold() {
    dashboard.hasOne(KEY);
    Browser browser = dashboard.signedIn();
    browser.open(EDIT);
    HttpResponse<String> nameless = browser.send(EDIT, with("name", ""));
    assertThat(nameless.statusCode()).isEqualTo(422);
    assertThat(nameless.body()).contains("id=\"name-fault\"");
    verify(dashboard.keys, never()).change(any(), any(), any(), any());

    when(dashboard.keys.change(any(), any(), any(), any())).thenReturn(new Changing.Escalates(Set.of()));
    assertThat(browser.send(EDIT, AS_IT_IS).statusCode()).isEqualTo(403);
    when(dashboard.keys.change(any(), any(), any(), any()))
        .thenReturn(new Changing.Unsound(List.of(new Violation("expires_at", "not_after_start", "…"))));
    HttpResponse<String> unsound = browser.send(EDIT, AS_IT_IS);
    assertThat(unsound.statusCode()).isEqualTo(422);
    assertThat(unsound.body()).contains("id=\"expires_at-fault\"");
    when(dashboard.keys.change(any(), any(), any(), any())).thenReturn(new Changing.Replaced());
    HttpResponse<String> replaced = browser.send(EDIT, AS_IT_IS);
    assertThat(replaced.statusCode()).isEqualTo(409);
    assertThat(replaced.body()).contains("This key was replaced", "id=\"expires_at-fault\"");
    when(dashboard.keys.change(any(), any(), any(), any())).thenReturn(new Changing.NoSuchKey());
    assertThat(browser.send(EDIT, AS_IT_IS).statusCode()).isEqualTo(404);
  }

  @Test
  void aPeriodThatTheFormKeepsIsNotJudgedAnew() {
    KeySettings was = KEY.settings();
    Period over = new Period(Optional.of(Instant.parse("2027-01-02T00:00:00Z")), Optional.of(Dashboard.NOW));
    dashboard.hasOne(KEY.with(new KeySettings(
        was.name(), was.status(), was.grant(), was.allowedAddresses(), was.rateLimit(), over)));
    when(dashboard.keys.change(any(), any(), any(), any())).thenReturn(new Changing.Changed(KEY));
    Browser browser = dashboard.signedIn();
    browser.open(EDIT);
    Map<String, String> renamed = with(
        "version", Long.toString(KEY.version() + 1), "name", "Renamed", "not_before", "2027-01-02T00:00", "expires_at",
        "2026-06-01T00:00");

    assertThat(browser.send(EDIT, renamed).statusCode()).isEqualTo(303);
    renamed.put("not_before", "2027-01-03T00:00");
    assertThat(browser.send(EDIT, renamed).body()).contains("Must be after the start");
  }

  @Test
  void aKeyThatIsNotThereIsToldSo() {
    for (String handle : List.of(KeyFormat.handle(KEY.id()), "nonsense", "~")) {
      HttpResponse<String> reply = dashboard.signedIn().open(KEYS + "/" + handle + "/edit");
      assertThat(reply.statusCode()).isEqualTo(404);
      assertThat(reply.body()).contains("There is no such key");
    }
  }

  private static Map<String, String> with(String... more) {
    Map<String, String> fields = new HashMap<>(AS_IT_IS);
    for (int i = 0; i < more.length; i += 2) {
      fields.put(more[i], more[i + 1]);
    }
    return fields;
  }
}
