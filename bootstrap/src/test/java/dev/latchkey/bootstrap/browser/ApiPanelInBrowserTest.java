package dev.latchkey.bootstrap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.latchkey.bootstrap.Answer;
import dev.latchkey.bootstrap.Client;
import dev.latchkey.bootstrap.Platform;
import dev.latchkey.bootstrap.Platform.Key;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is copied from the documentation panel works as it is, but for the key and the campaign. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiPanelInBrowserTest {

  private static final Pattern METHOD_AND_URL = Pattern.compile("-X (\\S+) '([^']+)'");
  private static final Pattern HEADER = Pattern.compile("-H '([^:']+): ([^']+)'");
  private static final Pattern BODY = Pattern.compile("-d '([^']+)'");

  private Stage stage;

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

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void aCopiedRequestAddsALeadInEachVersion(String language) {
    Office office = Office.in(stage.server());
    Key key = office.platform().key(office.tenant());
    String campaign = Platform.campaign(stage.server().client().with(key.text()));
    try (BrowserContext profile = stage.chromium().profile(true)) {
      profile.grantPermissions(List.of("clipboard-read", "clipboard-write"));
      Page page = office.signIn(profile, "VIEWER");
      page.navigate(office.url(language, "/settings/api"));

      assertThat(copied(page, "tenant-id")).isEqualTo(office.tenant());
      String v1 = copied(page, "v1");
      assertThat(v1).contains("\"tenant_id\":\"" + office.tenant() + "\"");
      carriedOut(v1, key, campaign).isStatus(201);
      String v2 = copied(page, "v2");
      assertThat(v2).doesNotContain(office.tenant());
      carriedOut(v2.replace("0123", "0124"), key, campaign).isStatus(201);
      assertThat(stage.server().client().with(key.text()).get(Platform.leads(campaign)).list()).hasSize(2);
    }
  }

  private static String copied(Page page, String what) {
    page.click("button[data-copy=" + what + "]");
    PlaywrightAssertions.assertThat(page.locator("#" + what + "-copied")).hasText(Pattern.compile("Copied.|Kopiert."));
    return (String) page.evaluate("navigator.clipboard.readText()");
  }

  /** Sends what curl would. */
  private Answer carriedOut(String curl, Key key, String campaign) {
    String filled = curl.replace("YOUR_API_KEY", key.text()).replace("CAMPAIGN_ID", campaign);
    MatchResult line = found(METHOD_AND_URL, filled);
    URI url = URI.create(line.group(2));
    assertThat(url.getAuthority()).isEqualTo(stage.server().url().getAuthority());
    Client client = stage.server().client();
    for (MatchResult header : HEADER.matcher(filled).results().toList()) {
      client = client.sending(header.group(1), header.group(2));
    }
    return client.withJson(line.group(1), url.getRawPath(), found(BODY, filled).group(1));
  }

  private static MatchResult found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.toMatchResult();
  }
}
