package dev.latchkey.bootstrap.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.latchkey.bootstrap.RunningServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What staff does with keys in a browser shows in the API. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeysInBrowserTest {

  private static final String WHOAMI = "/api/v2/auth/whoami";

  private Stage stage;
  private Chromium chromium;
  private RunningServer server;
  private Office office;

  @BeforeAll
  void start(@TempDir Path folder) {
    stage = Stage.set(folder);
    chromium = stage.chromium();
    server = stage.server();
  }

  @AfterAll
  void stop() {
    if (stage != null) {
      stage.close();
    }
  }

  @BeforeEach
  void anOfficeOfItsOwn() {
    office = Office.in(server);
  }

  @Test
  void aGeneratedKeyIsCopiedAndUsedAndItsSecretIsNeverSeenAgain() {
    try (BrowserContext profile = chromium.profile(true)) {
      profile.grantPermissions(List.of("clipboard-read", "clipboard-write"));
      Page page = office.signIn(profile, "ADMIN");
      String secret = generate(page, "Booking site");

      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Copy the key")).click();
      PlaywrightAssertions.assertThat(page.locator("#outcome")).hasText("Copied.");
      assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(secret);
      server.client().with(secret).get(WHOAMI).isStatus(200);
      assertThat(page.url()).doesNotContain(secret);
      assertThat(page.title()).doesNotContain(secret);
      assertThat((String) page.evaluate("JSON.stringify([localStorage, sessionStorage, document.cookie])"))
          .doesNotContain(secret);

      page.reload();
      assertThat(page.content()).contains("This form was already sent").doesNotContain(secret);
      page.goBack();
      assertThat(page.content()).doesNotContain(secret);
      page.navigate(office.url("en", "/settings/api-keys"));
      assertThat(page.content()).contains("Booking site").doesNotContain(secret);
      assertThat(page.locator("tbody tr").count()).isEqualTo(1);
    }
  }

  @Test
  void theSecretIsGoneBehindTheButtonThatSaysItIsStored() {
    try (BrowserContext profile = chromium.profile(true)) {
      Page page = office.signIn(profile, "ADMIN");
      String secret = generate(page, "Booking site");
      store(page);
      assertThat(page.content()).contains("Booking site").doesNotContain(secret);

      // The browser kept no copy and would have to send the form again, which it does not do unasked.
      assertThatThrownBy(page::goBack).hasMessageContaining("ERR_CACHE_MISS");
      // Not content(), which does not wait for the browser's own page to be there.
      assertThat(page.locator("html").innerHTML()).doesNotContain(secret);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aSwitchIsInForceForTheNextRequest(boolean scripts) {
    try (BrowserContext profile = chromium.profile(scripts)) {
      Page page = office.signIn(profile, "ADMIN");
      String secret = generate(page, "Dialer");
      store(page);
      Locator control = page.getByRole(AriaRole.SWITCH);

      control.click();
      PlaywrightAssertions.assertThat(page.getByText(scripts ? "Dialer is disabled" : "The key is disabled"))
          .isVisible();
      server.client().with(secret).get(WHOAMI).isProblem(401, "key_disabled");
      PlaywrightAssertions.assertThat(control).hasAttribute("aria-checked", "false");

      control.focus();
      page.keyboard().press("Space");
      PlaywrightAssertions.assertThat(control).hasAttribute("aria-checked", "true");
      server.client().with(secret).get(WHOAMI).isStatus(200);
      PlaywrightAssertions.assertThat(page.locator("#outcome")).hasText(
          scripts ? "Dialer is enabled. Requests with it are accepted from now on." : "");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aKeyIsRenamedRotatedAndDeletedFromItsMenu(boolean scripts) {
    try (BrowserContext profile = chromium.profile(scripts)) {
      Page page = office.signIn(profile, "OWNER");
      String first = generate(page, "Dialer");
      store(page);

      menu(page, "Dialer", "Rename or edit");
      page.fill("#name", "Importer");
      page.getByLabel("Read campaigns").uncheck();
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save")).click();
      PlaywrightAssertions.assertThat(page.locator("tbody tr")).containsText("Importer");
      assertThat(server.client().with(first).get(WHOAMI).isStatus(200).body()).contains("Importer")
          .doesNotContain("campaigns:read");

      menu(page, "Importer", "Rotate");
      page.getByLabel("Not at all").check();
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Rotate")).click();
      String second = page.locator("#secret").textContent();
      server.client().with(first).get(WHOAMI).isProblem(401, "key_expired");
      server.client().with(second).get(WHOAMI).isStatus(200);
      store(page);

      page.locator("tbody tr", new Page.LocatorOptions().setHasNotText("replaced by another key")).locator("summary")
          .click();
      page.locator("details[open] a", new Page.LocatorOptions().setHasText("Delete")).click();
      page.fill("#name", "Dialer");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Delete")).click();
      PlaywrightAssertions.assertThat(page.getByText("Nothing was deleted")).isVisible();
      server.client().with(second).get(WHOAMI).isStatus(200);
      page.fill("#name", "Importer");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Delete")).click();
      PlaywrightAssertions.assertThat(page.getByText("The key was deleted")).isVisible();
      server.client().with(second).get(WHOAMI).isProblem(401, "key_invalid");
    }
  }

  @ParameterizedTest
  @CsvSource({
      "en, API key disabled: Dialer, API key generated: Dialer",
      "de, API-Schlüssel deaktiviert: Dialer, API-Schlüssel erzeugt: Dialer"})
  void theAuditTabShowsWhatWasJustDoneAndByWhom(String language, String last, String first) {
    try (BrowserContext profile = chromium.profile(true)) {
      Page page = office.signIn(profile, "ADMIN");
      String secret = generate(page, "Dialer");
      store(page);
      page.getByRole(AriaRole.SWITCH).click();
      PlaywrightAssertions.assertThat(page.locator("#outcome")).containsText("Dialer is disabled");

      page.navigate(office.url(language, "/settings/audit"));

      Locator rows = page.locator("tbody tr");
      PlaywrightAssertions.assertThat(rows.nth(0)).containsText(last);
      PlaywrightAssertions.assertThat(rows.nth(1)).containsText(first);
      for (int row : new int[]{0, 1}) {
        PlaywrightAssertions.assertThat(rows.nth(row)).containsText("admin@acme.example");
        PlaywrightAssertions.assertThat(rows.nth(row)).containsText("127.0.0.1");
      }
      assertThat(page.content()).doesNotContain(secret);
    }
  }

  @Test
  void aMenuOpensAndClosesByKeyboard() {
    try (BrowserContext profile = chromium.profile(true)) {
      Page page = office.signIn(profile, "ADMIN");
      generate(page, "Dialer");
      store(page);
      Locator menu = page.locator("details.menu");

      menu.locator("summary").focus();
      page.keyboard().press("Enter");
      PlaywrightAssertions.assertThat(menu.getByText("Rotate")).isVisible();
      page.keyboard().press("Tab");
      page.keyboard().press("Escape");
      PlaywrightAssertions.assertThat(menu.getByText("Rotate")).isHidden();
      PlaywrightAssertions.assertThat(menu.locator("summary")).isFocused();
    }
  }

  @Test
  void aViewerHasNoSwitchAndIsRefusedTheChange() {
    try (BrowserContext admins = chromium.profile(true); BrowserContext viewers = chromium.profile(true)) {
      Page admin = office.signIn(admins, "ADMIN");
      String secret = generate(admin, "Dialer");
      store(admin);
      String form = admin.locator("tbody form").getAttribute("action");
      Page page = office.signIn(viewers, "VIEWER");
      PlaywrightAssertions.assertThat(page.locator("tbody")).containsText("Dialer");
      assertThat(page.locator("[role=switch], summary[aria-label]").count()).isZero();

      // As somebody would who knows the form and types it into the page by hand.
      page.evaluate(
          "form => { const sent = document.querySelector('form.account'); sent.action = form;"
              + " sent.insertAdjacentHTML('beforeend', '<input name=status value=DISABLED>'); }",
          form);
      Response answer = sent(page, "form.account button");

      assertThat(answer.status()).isEqualTo(403);
      PlaywrightAssertions.assertThat(page.getByText("You may not do that")).isVisible();
      server.client().with(secret).get(WHOAMI).isStatus(200);
    }
  }

  @Test
  void aFormFromAnotherSiteIsRefused() {
    try (BrowserContext profile = chromium.profile(true)) {
      Page page = office.signIn(profile, "ADMIN");
      String secret = generate(page, "Dialer");
      store(page);
      String form = server.url().resolve(page.locator("tbody form").getAttribute("action")).toString();
      profile.route("http://evil.localhost/", route -> route.fulfill(new Route.FulfillOptions()
          .setContentType("text/html")
          .setBody("<form method=post action='" + form
              + "'><input name=status value=DISABLED><button>Win</button></form>")));

      page.navigate("http://evil.localhost/");
      Response answer = sent(page, "button");

      assertThat(answer.status()).isEqualTo(403);
      server.client().with(secret).get(WHOAMI).isStatus(200);
    }
  }

  @Test
  void aNameMadeOfMarkupIsTextEverywhere() {
    try (BrowserContext profile = chromium.profile(true)) {
      List<String> dialogs = new ArrayList<>();
      Page page = office.signIn(profile, "ADMIN");
      page.onDialog(dialog -> {
        dialogs.add(dialog.message());
        dialog.dismiss();
      });
      String name = "<script>alert(1)</script>";
      generate(page, name);
      PlaywrightAssertions.assertThat(page.locator("main")).containsText(name);
      store(page);
      PlaywrightAssertions.assertThat(page.locator("tbody")).containsText(name);
      page.getByRole(AriaRole.SWITCH).click();
      PlaywrightAssertions.assertThat(page.locator("#outcome")).containsText(name + " is disabled");

      assertThat(dialogs).isEmpty();
    }
  }

  private static String generate(Page page, String name) {
    page.locator("a.button", new Page.LocatorOptions().setHasText("Generate API Key")).first().click();
    page.fill("#name", name);
    page.getByLabel("Production").check();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Generate").setExact(true)).click();
    return page.locator("#secret").textContent();
  }

  /** Goes on to the list of keys, and waits until its scripts are there too. */
  private static void store(Page page) {
    page.getByText("I have stored it").click();
    page.waitForURL("**/settings/api-keys");
  }

  private static Response sent(Page page, String button) {
    return page.waitForResponse(
        response -> response.request().method().equals("POST"), () -> page.click(button));
  }

  private static void menu(Page page, String key, String action) {
    page.locator("summary[aria-label='Actions for " + key + "']").click();
    page.locator("details[open] a", new Page.LocatorOptions().setHasText(action)).click();
  }
}
