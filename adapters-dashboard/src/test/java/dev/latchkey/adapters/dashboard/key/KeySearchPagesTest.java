package dev.latchkey.adapters.dashboard.key;

import static dev.latchkey.adapters.dashboard.fixtures.Dashboard.KEYS;
import static dev.latchkey.adapters.dashboard.fixtures.Dashboard.key;
import static dev.latchkey.adapters.dashboard.fixtures.Dashboard.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.verify;

import dev.latchkey.adapters.dashboard.fixtures.Browser;
import dev.latchkey.adapters.dashboard.fixtures.Dashboard;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.key.format.KeyFormat;
import dev.latchkey.domain.key.format.PlainKey;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KeySearchPagesTest {

  private static final PlainKey PLAIN = plain(Environment.LIVE);
  private static final ApiKey KEY = key("Dialer", PLAIN);
  private static final String WHOLE = PLAIN.reveal();
  private static final String HANDLE = KeyFormat.handle(KEY.id());

  @RegisterExtension
  private static final Dashboard dashboard = Dashboard.started();

  @BeforeEach
  void prepare() {
    dashboard.hasOne(KEY);
  }

  @Test
  void searchIsSentAsAForm() {
    assertThat(dashboard.signedIn().open(KEYS).body())
        .contains("<form class=\"filter\" method=\"post\" action=\"" + KEYS + "/search\"");
  }

  @Test
  void ofAPastedKeyOnlyTheHandleIsSearchedForHoweverItWasPasted() {
    Browser browser = dashboard.signedIn();
    for (String pasted : List.of(
        WHOLE,
        " " + WHOLE + " ",
        "Bearer " + WHOLE,
        "Authorization: Bearer " + WHOLE,
        "\"" + WHOLE + "\"",
        WHOLE.substring(0, WHOLE.length() - 1),
        WHOLE.substring(0, WHOLE.length() - 1) + "!",
        WHOLE + "x",
        "lk_live_" + HANDLE)) {
      browser.open(KEYS);
      HttpResponse<String> reply = browser.send(KEYS + "/search", Map.of("q", pasted));
      assertThat(reply.statusCode()).isEqualTo(303);
      assertThat(reply.headers().firstValue("Location")).as(pasted).hasValue(KEYS + "?q=" + HANDLE);
    }
  }

  @Test
  void keyThatStandsInAnAddressIsNeitherSearchedForNorShown() {
    String page = dashboard.signedIn().open(KEYS + "?q=" + WHOLE).body();

    assertThat(page).contains("value=\"" + HANDLE + "\"").doesNotContain(WHOLE);
    verify(dashboard.keys).list(any(), argThat(filter -> filter.text().equals(Optional.of(HANDLE))), any());
  }

  @Test
  void nameOrMaskIsSearchedForAsItIsTogetherWithTheChoices() {
    Browser browser = dashboard.signedIn();
    browser.open(KEYS);
    assertThat(
        browser.send(KEYS + "/search", Map.of("q", "Dial er", "state", "in_force", "environment", "live"))
            .headers().firstValue("Location").orElseThrow())
        .contains("q=Dial+er", "state=in_force", "environment=live")
        .doesNotContain("token");
    browser.open(KEYS);
    assertThat(
        browser.send(KEYS + "/search", Map.of("q", KEY.masked().value().replace("\u2026", "...")))
            .headers().firstValue("Location"))
        .hasValue(KEYS + "?q=" + URLEncoder.encode(KEY.masked().value(), StandardCharsets.UTF_8));
    browser.open(KEYS);
    assertThat(browser.send(KEYS + "/search", Map.of()).headers().firstValue("Location")).hasValue(KEYS);
  }
}
