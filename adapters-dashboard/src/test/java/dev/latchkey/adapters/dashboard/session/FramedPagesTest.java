package dev.latchkey.adapters.dashboard.session;

import static dev.latchkey.adapters.dashboard.fixtures.Dashboard.KEYS;
import static dev.latchkey.adapters.dashboard.fixtures.Dashboard.SIGN_IN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;

import dev.latchkey.adapters.dashboard.fixtures.Browser;
import dev.latchkey.adapters.dashboard.fixtures.Dashboard;
import dev.latchkey.adapters.dashboard.frame.Notice;
import dev.latchkey.application.port.StoreUnavailable;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FramedPagesTest {

  @RegisterExtension
  private static final Dashboard dashboard = Dashboard.started();

  @Test
  void theTabOfThePageIsTheCurrentOne() {
    assertThat(dashboard.signedIn().open(KEYS).body())
        .containsPattern("href=\"" + KEYS + "\" aria-current=\"page\">\\s*API keys");
  }

  @Test
  void aNoticeIsShownOnceInFixedWords() {
    Browser browser = dashboard.signedIn();

    HttpResponse<String> page = browser.open(KEYS, "Cookie", "latchkey-notice=" + Notice.KEY_CHANGED.word());

    assertThat(page.body()).contains("role=\"status\">The key was changed. The change is in force.");
    assertThat(page.headers().allValues("Set-Cookie"))
        .anyMatch(cookie -> cookie.startsWith("latchkey-notice=;") && cookie.contains("Max-Age=0"));
    assertThat(browser.open(KEYS, "Cookie", "latchkey-notice=send-your-key-to-eve").body())
        .contains("No API keys yet")
        .doesNotContain("class=\"notice\"", "send-your-key");
  }

  @Test
  void whereTheStoreDoesNotAnswerThePageSaysSo() {
    StoreUnavailable failure = new StoreUnavailable(new IllegalStateException("jdbc:secret"));
    Browser browser = dashboard.signedIn();
    doThrow(failure).when(dashboard.keys).list(any(), any(), any());
    isUnavailable(browser.open(KEYS));

    doThrow(failure).when(dashboard.signingIn).resume(any(), any());
    isUnavailable(browser.open(KEYS));

    browser.open(SIGN_IN);
    doThrow(failure).when(dashboard.signingIn).signIn(any(), any(), any(), any());
    isUnavailable(browser.send(SIGN_IN, Map.of("email", "ada@example.org", "password", Dashboard.PASSWORD)));
  }

  private static void isUnavailable(HttpResponse<String> reply) {
    assertThat(reply.statusCode()).isEqualTo(503);
    assertThat(reply.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(reply.headers().firstValue("Retry-After")).isPresent();
    assertThat(reply.body()).contains("Latchkey is temporarily unavailable").doesNotContain("jdbc", "Exception");
  }
}
