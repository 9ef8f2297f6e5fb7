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
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeyChange;
import dev.latchkey.domain.key.KeyStatus;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.key.format.KeyFormat;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KeySwitchPagesTest {

  private static final ApiKey KEY = key("Dialer", plain(Environment.LIVE));
  private static final ApiKey OFF = KEY.with(KeyChange.switched(KeyStatus.DISABLED).of(KEY.settings()));
  private static final String STATUS = KEYS + "/" + KeyFormat.handle(KEY.id()) + "/status";
  private static final Map<String, String> DISABLE = Map.of("status", "DISABLED");

  @RegisterExtension
  private static final Dashboard dashboard = Dashboard.started();

  @Test
  void withoutAScriptTheListSaysWhatWasDone() {
    dashboard.hasOne(KEY);
    when(dashboard.keys.change(any(), any(), any(), any())).thenReturn(new Changing.Changed(OFF));
    Browser browser = dashboard.signedIn();
    browser.open(KEYS);

    HttpResponse<String> reply = browser.send(STATUS, DISABLE);

    assertThat(reply.statusCode()).isEqualTo(303);
    assertThat(browser.open(KEYS).body()).contains("The key is disabled");
    verify(dashboard.keys).change(
        any(), eq(KEY.id()), eq(KeyChange.switched(KeyStatus.DISABLED)), eq(OptionalLong.empty()));
  }

  @Test
  void withAScriptTheRowComesBackWithItsOutcome() {
    dashboard.hasOne(KEY);
    when(dashboard.keys.change(any(), any(), any(), any())).thenReturn(new Changing.Changed(OFF));
    Browser browser = dashboard.signedIn();
    browser.open(KEYS);

    HttpResponse<String> reply = browser.send(STATUS, DISABLE, "HX-Request", "true");

    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.body())
        .contains("<tr", "aria-checked=\"false\"", "value=\"ACTIVE\"", "innerHTML:#outcome", "Dialer is disabled")
        .doesNotContain("<html");
  }

  @Test
  void whatWasNotSwitchedIsTold() {
    dashboard.hasOne(KEY);
    Browser browser = dashboard.signedIn();
    browser.open(KEYS);
    Map<Changing, Integer> told = Map.of(
        new Changing.NoSuchKey(), 404,
        new Changing.VersionConflict(), 409,
        new Changing.Unsound(List.of()), 409,
        new Changing.Replaced(), 409,
        new Changing.Escalates(Set.of()), 403);

    told.forEach((outcome, status) -> {
      when(dashboard.keys.change(any(), any(), any(), any())).thenReturn(outcome);
      assertThat(browser.send(STATUS, DISABLE).statusCode()).isEqualTo(status);
    });
  }

  @Test
  void aStatusThatIsNoneChangesNothing() {
    dashboard.hasOne(KEY);
    Browser browser = dashboard.signedIn();
    browser.open(KEYS);

    assertThat(browser.send(STATUS, Map.of("status", "BROKEN")).statusCode()).isEqualTo(303);
    verify(dashboard.keys, never()).change(any(), any(), any(), any());
  }
}
