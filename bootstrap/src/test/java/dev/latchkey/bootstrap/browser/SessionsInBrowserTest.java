package dev.latchkey.bootstrap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How sessions begin and end in a browser. Each test has its server, since sign-ins are counted by address. */
class SessionsInBrowserTest {

  private Stage stage;
  private Office office;

  @BeforeEach
  void start(@TempDir Path folder) {
    stage = Stage.set(folder);
    office = Office.in(stage.server());
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void aSessionIsOverWithTheSignOutWhoeverKeptItsCookie() {
    try (BrowserContext profile = stage.chromium().profile(true)) {
      Page page = office.signIn(profile, "ADMIN");
      List<Cookie> kept = profile.cookies();
      assertThat(kept).isNotEmpty().allSatisfy(cookie -> assertThat(cookie.httpOnly).isTrue());
      assertThat(page.evaluate("document.cookie")).isEqualTo("");

      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out")).click();

      PlaywrightAssertions.assertThat(page.locator("h1")).hasText("Sign in");
      page.goBack();
      PlaywrightAssertions.assertThat(page.locator("h1")).hasText("Sign in");
      profile.addCookies(kept);
      page.navigate(office.url("en", "/settings/api-keys"));
      assertThat(page.url()).isEqualTo(office.url("en", "/sign-in"));
    }
  }

  @Test
  void aSwitchAfterTheEndOfTheSessionLeadsToTheSignIn() {
    office.platform().key(office.tenant(), "{\"name\":\"Dialer\"}");
    try (BrowserContext profile = stage.chromium().profile(true)) {
      Page page = office.signIn(profile, "ADMIN");
      Page other = profile.newPage();
      other.navigate(office.url("en", "/settings/api-keys"));
      other.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out")).click();
      PlaywrightAssertions.assertThat(other.locator("h1")).hasText("Sign in");

      page.getByRole(AriaRole.SWITCH).click();

      PlaywrightAssertions.assertThat(page.locator("h1")).hasText("Sign in");
      office.signIn(page, "admin@acme.example", Office.PASSWORD);
      PlaywrightAssertions.assertThat(page.getByRole(AriaRole.SWITCH)).hasAttribute("aria-checked", "true");
    }
  }

  @Test
  void whoGuessesIsToldToWaitAndForHowLong() {
    try (BrowserContext profile = stage.chromium().profile(true)) {
      Page page = profile.newPage();
      page.navigate(office.url("en", "/sign-in"));
      Response answer = office.tryToSignIn(page, "admin@acme.example", "wr0ng-pass");
      int tries = 1;
      while (answer.status() == 403) {
        PlaywrightAssertions.assertThat(page.getByRole(AriaRole.ALERT)).containsText("password is wrong");
        answer = office.tryToSignIn(page, "admin@acme.example", "wr0ng-pass");
        tries++;
      }
      assertThat(answer.status()).isEqualTo(429);
      assertThat(tries).isBetween(11, 20);

      office.tryToSignIn(page, "admin@acme.example", Office.PASSWORD);
      PlaywrightAssertions.assertThat(page.getByRole(AriaRole.ALERT))
          .containsText(
              Pattern.compile("Too many sign-in attempts .* Wait (\\d+ seconds|one minute|2 minutes), then try again"));
      PlaywrightAssertions.assertThat(page.locator("#email")).hasValue("admin@acme.example");
      page.navigate(office.url("de", "/sign-in"));
      office.tryToSignIn(page, "admin@acme.example", Office.PASSWORD);
      PlaywrightAssertions.assertThat(page.getByRole(AriaRole.ALERT))
          .containsText(Pattern.compile("zu viele Anmeldeversuche. Warten Sie (\\d+ Sekunden|eine Minute|2 Minuten) "));
      page.navigate(office.url("en", "/settings/api-keys"));
      assertThat(page.url()).isEqualTo(office.url("en", "/sign-in"));
    }
  }
}
