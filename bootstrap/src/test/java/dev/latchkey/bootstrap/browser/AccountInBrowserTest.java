package dev.latchkey.bootstrap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.latchkey.bootstrap.Platform;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What members do with what is their own in a browser, and what they paste into the search. */
class AccountInBrowserTest {

  private static final String NEW_PASSWORD = "battery staple";

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
  void viewerChangesTheirPasswordAndIsSignedOutEverywhereElse() {
    try (BrowserContext here = stage.chromium().profile(true);
        BrowserContext elsewhere = stage.chromium().profile(true)) {
      Page page = office.signIn(here, "VIEWER");
      Page other = office.signIn(elsewhere, "VIEWER");
      page.click("form.account a");
      PlaywrightAssertions.assertThat(page.locator("h1")).hasText("My account");
      PlaywrightAssertions.assertThat(page.locator("tbody tr")).hasCount(2);
      PlaywrightAssertions.assertThat(page.locator("tbody tr", new Page.LocatorOptions().setHasText("(this one)")))
          .hasCount(1);

      page.fill("#present", Office.PASSWORD);
      page.fill("#password", "viewer@acme.example");
      press(page, "Change password");
      PlaywrightAssertions.assertThat(page.locator("#password-fault")).containsText("e-mail address");
      page.fill("#present", Office.PASSWORD);
      page.fill("#password", NEW_PASSWORD);
      press(page, "Change password");

      PlaywrightAssertions.assertThat(page.locator("p.notice")).containsText("Your password was changed");
      PlaywrightAssertions.assertThat(page.locator("tbody tr")).hasCount(1);
      other.reload();
      assertThat(other.url()).isEqualTo(office.url("en", "/sign-in"));
      office.signIn(other, "viewer@acme.example", NEW_PASSWORD);
    }
  }

  @Test
  void oneSessionIsEndedFromAnother() {
    try (BrowserContext here = stage.chromium().profile(true);
        BrowserContext elsewhere = stage.chromium().profile(true)) {
      Page page = office.signIn(here, "ADMIN");
      Page other = office.signIn(elsewhere, "ADMIN");
      page.navigate(office.url("en", "/settings/account"));

      page.locator("tbody button").click();

      PlaywrightAssertions.assertThat(page.locator("p.notice")).containsText("The session has ended");
      PlaywrightAssertions.assertThat(page.locator("tbody tr")).hasCount(1);
      other.reload();
      assertThat(other.url()).isEqualTo(office.url("en", "/sign-in"));
    }
  }

  @Test
  void wholeKeyThatIsPastedIntoTheSearchStandsInNoAddress() {
    Platform.Key key = office.platform().key(office.tenant(), "{\"name\":\"Dialer\"}");
    try (BrowserContext profile = stage.chromium().profile(true)) {
      Page page = office.signIn(profile, "VIEWER");
      List<String> addresses = new ArrayList<>();
      page.onRequest(request -> addresses.add(request.url()));
      page.onFrameNavigated(frame -> addresses.add(frame.url()));

      page.fill("#q", key.text());
      page.click("form.filter button[type=submit]");
      page.waitForURL("**/settings/api-keys?q=*");

      assertThat(addresses).isNotEmpty().noneMatch(address -> address.contains(key.secret()));
      assertThat(page.inputValue("#q")).isEqualTo(key.text().split("_")[2]);
      assertThat(page.content()).doesNotContain(key.secret());
    }
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).click();
  }
}
