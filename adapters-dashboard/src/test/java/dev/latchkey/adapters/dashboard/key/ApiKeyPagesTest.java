package dev.latchkey.adapters.dashboard.key;

import static dev.latchkey.adapters.dashboard.fixtures.Dashboard.KEYS;
import static dev.latchkey.adapters.dashboard.fixtures.Dashboard.key;
import static dev.latchkey.adapters.dashboard.fixtures.Dashboard.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.latchkey.adapters.dashboard.fixtures.Browser;
import dev.latchkey.adapters.dashboard.fixtures.Dashboard;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeyFilter;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.KeyState;
import dev.latchkey.domain.key.KeyStatus;
import dev.latchkey.domain.key.Period;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.key.format.PlainKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ApiKeyPagesTest {

  @RegisterExtension
  private static final Dashboard dashboard = Dashboard.started();

  @Test
  void aKeyIsListedByNameStatusEnvironmentAndMaskAndNeverByItsSecret() {
    PlainKey live = plain(Environment.LIVE);
    dashboard.has(key("Booking site", live), disabled(key("Old import", plain(Environment.DEV))));

    String page = dashboard.signedIn().open(KEYS).body();

    assertThat(page)
        .contains("Booking site", "Active", "Production", live.mask().value())
        .contains("Old import", "Disabled", "Development")
        .contains("Acme", "ada@example.org", "VGVuYW50OjEyMw==")
        .doesNotContain(live.reveal())
        .doesNotContain(new String(live.secret().reveal(), StandardCharsets.US_ASCII));
  }

  @Test
  void theKeysAreThoseOfTheMembersTenant() {
    dashboard.signedIn().open(KEYS);

    verify(dashboard.keys).list(
        argThat(scope -> scope.tenant().equals(Dashboard.TENANT)), eq(KeyFilter.ALL), eq(PageRequest.first(20)));
  }

  @Test
  void aNameMadeOfMarkupIsShownAsText() {
    dashboard.has(key("<script>alert(1)</script>", plain(Environment.LIVE)));
    doReturn(Optional.of(Dashboard.staff("<img src=x>"))).when(dashboard.signingIn).resume(any(), any());

    String page = dashboard.signedIn().open(KEYS).body();

    assertThat(page)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;img src=x&gt;")
        .doesNotContain("<script>", "<img");
  }

  @Test
  void withoutKeysThePageSaysWhatToDo() {
    assertThat(dashboard.signedIn().open(KEYS).body())
        .contains("No API keys yet", "href=\"" + KEYS + "/new\"")
        .doesNotContain("<table");
  }

  @Test
  void moreKeysThanFitOnAPageAreALinkAway() {
    List<ApiKey> keys = List.of(key("Newer", plain(Environment.LIVE)));
    when(dashboard.keys.list(any(), any(), any())).thenReturn(Dashboard.part(keys, 42));
    Browser browser = dashboard.signedIn();

    assertThat(browser.open(KEYS).body()).contains("href=\"" + KEYS + "?before=42\"");

    dashboard.has();
    assertThat(browser.open(KEYS + "?before=42").body())
        .contains("There are no older keys", "href=\"" + KEYS + "\"")
        .doesNotContain("No API keys yet");
    verify(dashboard.keys).list(any(), any(), eq(new PageRequest(20, OptionalLong.of(42))));
  }

  @Test
  void aPageThatCannotBeShownIsAnErrorAndNotAnEndlessWait() {
    when(dashboard.keys.list(any(), any(), any())).thenReturn(null);

    assertThat(dashboard.signedIn().open(KEYS).statusCode()).isEqualTo(500);
  }

  @Test
  void inGermanThePageIsGerman() {
    dashboard.has(disabled(key("Buchung", plain(Environment.LIVE))));

    assertThat(dashboard.signedIn().open(KEYS.replace("/en/", "/de/")).body())
        .contains("API-Schlüssel", "Deaktiviert", "Produktion", "Abmelden", "Umgebung")
        .contains("href=\"" + KEYS + "\" hreflang=\"en\"")
        .doesNotContain("Disabled", "Sign out");
  }

  @Test
  void theListIsFilteredAsAsked() {
    when(dashboard.keys.list(any(), any(), any()))
        .thenReturn(Dashboard.part(List.of(key("Old import", plain(Environment.DEV))), 42));

    String page = dashboard.signedIn().open(KEYS + "?q=+im+port&state=disabled&environment=dev").body();

    verify(dashboard.keys).list(
        any(),
        eq(KeyFilter.ALL.with(KeyState.DISABLED).with(Environment.DEV).with("im port")),
        any());
    assertThat(page)
        .contains("value=\"im port\"", "value=\"disabled\" selected", "value=\"dev\" selected")
        .contains("?q=im+port&amp;state=disabled&amp;environment=dev&amp;before=42");

    dashboard.has();
    assertThat(dashboard.signedIn().open(KEYS + "?q=x&state=nonsense&status=DISABLED").body())
        .contains("No key matches", "Show all")
        .doesNotContain("No API keys yet");
  }

  @Test
  void aKeyThatIsOverOrNotYetBegunOrReplacedIsToldSo() {
    dashboard.has(
        during("Over", Optional.empty(), Optional.of(Dashboard.NOW)),
        during("Early", Optional.of(Dashboard.NOW.plusSeconds(1)), Optional.empty()),
        key("Rotating", plain(Environment.LIVE)).replaced(new KeyId(43), Dashboard.NOW.plusSeconds(9)),
        key("Gone", plain(Environment.LIVE)).replaced(new KeyId(44), Dashboard.NOW));

    assertThat(dashboard.signedIn().open(KEYS).body())
        .containsSubsequence("Over", "state off\">Expired", "Early", "state off\">Not valid yet", "not valid before",
            "Rotating", "state on\">Active", "until its overlap ends", "Gone", "state off\">Expired",
            "replaced by another key");
  }

  private static ApiKey during(String name, Optional<Instant> from, Optional<Instant> until) {
    ApiKey key = key(name, plain(Environment.LIVE));
    KeySettings was = key.settings();
    return key.with(new KeySettings(
        was.name(), was.status(), was.grant(), was.allowedAddresses(), was.rateLimit(), new Period(from, until)));
  }

  private static ApiKey disabled(ApiKey key) {
    KeySettings was = key.settings();
    return key.with(new KeySettings(
        was.name(), KeyStatus.DISABLED, was.grant(), was.allowedAddresses(), was.rateLimit(), was.period()));
  }
}
