package dev.latchkey.bootstrap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.latchkey.bootstrap.Answer;
import dev.latchkey.bootstrap.Platform;
import dev.latchkey.bootstrap.Platform.Key;
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

/** Staff ask in a browser why a request was refused, and no secret leaves it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhyInBrowserTest {

  private static final String WHOAMI = "/api/v2/auth/whoami";

  private Stage stage;
  private Office office;
  private Key key;

  @BeforeAll
  void start(@TempDir Path folder) {
    stage = Stage.set(folder);
  }

  @AfterAll
  void stop() {
    if (stage != null) {
      stage.close();
    }
  }

  @BeforeEach
  void anOfficeWithADisabledKey() {
    office = Office.in(stage.server());
    Platform platform = office.platform();
    key = platform.key(office.tenant(), "{\"name\":\"Booking site\"}");
    platform.operator().patch(platform.path(key), "{\"status\":\"DISABLED\"}").isStatus(200);
  }

  @Test
  void aKeyIsExplainedByItsHandleAndByItsMaskedForm() {
    try (BrowserContext profile = stage.chromium().profile(true)) {
      Page page = office.signIn(profile, "ADMIN");
      String handle = key.text().split("_")[2];
      for (String called : List.of(handle, "lk_live_" + handle, key.masked(), key.masked().replace("…", "..."))) {
        Locator answer = ask(page, "en", called);
        PlaywrightAssertions.assertThat(answer).containsText(key.masked() + " would be refused");
        PlaywrightAssertions.assertThat(answer).containsText("The key is disabled. key_disabled");
        PlaywrightAssertions.assertThat(answer).containsText("Key enabled refused");
        PlaywrightAssertions.assertThat(answer).containsText("What to do: Enable it under API keys");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "Bearer %s", "Authorization: Bearer %s", "  %s "})
  void ofAWholeKeyThatIsPastedOnlyThePublicPartLeavesTheBrowser(String around) {
    try (BrowserContext profile = stage.chromium().profile(true)) {
      profile.grantPermissions(List.of("clipboard-read", "clipboard-write"));
      Page page = office.signIn(profile, "ADMIN");
      page.navigate(office.url("en", "/settings/why"));
      List<Request> sent = new ArrayList<>();
      profile.onRequest(sent::add);

      PlaywrightAssertions.assertThat(page.getByText("Only the public part of a complete key leaves this browser"))
          .isVisible();
      page.evaluate("text => navigator.clipboard.writeText(text)", around.formatted(key.text()));
      page.focus("#subject");
      page.keyboard().press("Control+V");
      page.keyboard().press("Enter");

      PlaywrightAssertions.assertThat(answer(page)).containsText(key.masked() + " would be refused");
      PlaywrightAssertions.assertThat(page.locator("#subject")).hasValue(key.text().split("_")[2]);
      assertThat(sent).filteredOn(request -> request.method().equals("POST")).singleElement()
          .satisfies(request -> assertThat(request.postData()).contains("subject=lk_live_" + key.text().split("_")[2]));
      assertThat(sent).noneSatisfy(request -> assertThat(said(request)).contains(key.secret().substring(0, 8)));
      assertThat(sent).noneSatisfy(request -> assertThat(said(request)).contains(key.secret().substring(24)));
      assertThat(page.content()).doesNotContain(key.secret().substring(0, 8));
      assertThat(stage.server().output()).doesNotContain(key.secret());
    }
  }

  @Test
  void withoutScriptsNothingIsPromisedAndAWholeKeyIsStillShownToNobody() {
    try (BrowserContext profile = stage.chromium().profile(false)) {
      Page page = office.signIn(profile, "ADMIN");
      page.navigate(office.url("en", "/settings/why"));
      PlaywrightAssertions.assertThat(page.getByText("Only the public part")).isHidden();
      page.fill("#subject", key.text());
      page.click("main form button[type=submit]");

      PlaywrightAssertions.assertThat(answer(page)).containsText(key.masked() + " would be refused");
      assertThat(page.url() + page.content()).doesNotContain(key.secret().substring(0, 8));
      assertThat(stage.server().output()).doesNotContain(key.secret());
    }
  }

  @Test
  void aKeyThatWasCopiedBadlyIsToldSoWithoutAskingTheServer() {
    try (BrowserContext profile = stage.chromium().profile(true)) {
      Page page = office.signIn(profile, "ADMIN");
      page.navigate(office.url("en", "/settings/why"));
      List<Request> sent = new ArrayList<>();
      profile.onRequest(sent::add);
      String text = key.text();
      char last = text.charAt(text.length() - 1);

      told(page, text.substring(0, 40), "its end is missing");
      told(page, text + "x", "extra characters at its end");
      told(page, text.substring(0, 30) + " " + text.substring(30), "The key contains a space");
      told(page, text.substring(0, text.length() - 1) + (last == 'x' ? 'y' : 'x'), "its checksum is wrong");
      told(page, text.replace("lk_live_", "lk_test_"), "starts with lk_live_");

      assertThat(sent).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
      "en, was refused, The key is disabled., would still be refused",
      "de, wurde abgelehnt, Der Schlüssel ist deaktiviert., würde dieselbe Anfrage weiterhin abgelehnt"})
  void aRefusalIsExplainedByTheIdInTheAnswerToIt(String language, String verdict, String because, String now) {
    try (BrowserContext profile = stage.chromium().profile(true)) {
      Page page = office.signIn(profile, "ADMIN");
      Answer refused = stage.server().client().with(key.text()).get(WHOAMI).isProblem(401, "key_disabled");
      String id = refused.header("X-Request-Id");

      Locator answer = askUntilNoted(page, language, id);

      PlaywrightAssertions.assertThat(answer.locator("h2")).hasText(key.masked() + " " + verdict);
      PlaywrightAssertions.assertThat(answer).containsText(because + " key_disabled");
      PlaywrightAssertions.assertThat(answer).containsText(id);
      PlaywrightAssertions.assertThat(answer.locator("h3")).containsText(now);
    }
  }

  @Test
  void aRefusedCampaignIsChosenFromTheNewestAndTheRuleThatDecidedIsNamed() {
    try (BrowserContext profile = stage.chromium().profile(true)) {
      Page page = office.signIn(profile, "ADMIN");
      Platform platform = office.platform();
      String campaign = Platform.campaign(stage.server().client().with(platform.key(office.tenant()).text()));
      Key kept = platform.key(
          office.tenant(),
          "{\"name\":\"Kept out\",\"campaign_access\":{\"rules\":[{\"effect\":\"deny\",\"actions\":[\"read\"],"
              + "\"campaigns\":{\"type\":\"INBOUND\"}}]}}");
      page.navigate(office.url("en", "/settings/why"));
      PlaywrightAssertions.assertThat(page.locator("#campaigns option")).hasText("Welcome calls");
      page.fill("#subject", kept.masked());
      page.fill("#campaign", page.locator("#campaigns option").getAttribute("value"));
      page.click("main form button[type=submit]");

      PlaywrightAssertions.assertThat(answer(page)).containsText("deny read on inbound campaigns");
      PlaywrightAssertions.assertThat(page.locator("#campaign")).hasValue(campaign);
    }
  }

  /** The note of a refusal is written behind the answer to it, so it may take a moment until it is there. */
  private Locator askUntilNoted(Page page, String language, String request) {
    Locator answer = ask(page, language, request);
    while (answer.locator("dl.facts").count() == 0) {
      answer = ask(page, language, request);
    }
    return answer;
  }

  private Locator ask(Page page, String language, String about) {
    page.navigate(office.url(language, "/settings/why"));
    page.fill("#subject", about);
    page.click("main form button[type=submit]");
    page.waitForSelector("#answer");
    return answer(page);
  }

  private static Locator answer(Page page) {
    return page.locator("section[aria-labelledby=answer]");
  }

  private static void told(Page page, String pasted, String what) {
    page.fill("#subject", pasted);
    page.click("main form button[type=submit]");
    PlaywrightAssertions.assertThat(page.locator("#subject-check")).containsText(what);
    PlaywrightAssertions.assertThat(page.locator("#subject")).isFocused();
  }

  private static String said(Request request) {
    return request.url() + request.allHeaders() + request.postData();
  }
}
