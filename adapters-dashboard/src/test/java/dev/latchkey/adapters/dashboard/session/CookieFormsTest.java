package dev.latchkey.adapters.dashboard.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapters.dashboard.frame.DashboardCookies;
import dev.latchkey.adapters.dashboard.frame.DashboardSettings;
import dev.latchkey.adapters.dashboard.frame.FormToken;
import dev.latchkey.adapters.dashboard.frame.Notice;
import dev.latchkey.domain.tenant.SessionToken;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Literal values of what browsers keep: where one of these tests fails, people are signed out by an upgrade. */
class CookieFormsTest {

  private static final HttpRequest<?> REQUEST = HttpRequest.GET("/en/VGVuYW50OjEyMw==");

  @Test
  void cookiesHaveTheNamesAndContentsThatBrowsersKeep() {
    DashboardCookies overTls = new DashboardCookies(
        new DashboardSettings(Optional.of(URI.create("https://keys.example"))));
    FormToken form = FormToken.of("abcdefghijklmnopqrstuvwxyz_-0123").orElseThrow();

    assertCookie(overTls.holding(REQUEST, new SessionToken("token")), "__Host-latchkey-session", "token");
    assertCookie(overTls.holding(REQUEST, form), "__Host-latchkey-form", "abcdefghijklmnopqrstuvwxyz_-0123");
    for (Notice notice : Notice.values()) {
      assertCookie(overTls.holding(REQUEST, notice), "__Host-latchkey-notice", notice.word());
    }
  }

  @Test
  void noticesHaveTheWordsThatBrowsersKeep() {
    assertThat(Arrays.stream(Notice.values()).map(Notice::word))
        .contains("key-changed", "key-deleted", "key-disabled", "key-enabled");
  }

  private static void assertCookie(Cookie cookie, String name, String value) {
    assertThat(cookie.getName()).isEqualTo(name);
    assertThat(cookie.getValue()).isEqualTo(value);
  }
}
