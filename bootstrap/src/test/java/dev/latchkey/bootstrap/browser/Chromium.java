package dev.latchkey.bootstrap.browser;

import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The machine's own Chromium, without a window. */
final class Chromium implements AutoCloseable {

  private static final List<Path> PLACES = List.of(
      Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));

  private static final String MISSING = "There is no Chromium in " + PLACES
      + ", so nobody has seen the dashboard. Install it: apt-get install chromium";

  private static final List<String> ARGUMENTS = List.of(
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync");

  // In milliseconds, for a machine that has more to do.
  private static final int PATIENCE = 30_000;

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Starts it. Where there is none, the tests are skipped; on a CI machine they fail. */
  static Chromium start() {
    Optional<Path> place = PLACES.stream().filter(Files::isExecutable).findFirst();
    if (place.isEmpty()) {
      if (System.getenv("CI") != null) {
        throw new AssertionError(MISSING);
      }
      abort(MISSING);
    }
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    Playwright playwright = Playwright
        .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    return new Chromium(
        playwright,
        playwright.chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(place.orElseThrow()).setArgs(ARGUMENTS)));
  }

  /** A browser profile of its own, with an empty cookie jar. */
  BrowserContext profile(boolean scripts) {
    BrowserContext profile = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(scripts));
    profile.setDefaultTimeout(PATIENCE);
    return profile;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
