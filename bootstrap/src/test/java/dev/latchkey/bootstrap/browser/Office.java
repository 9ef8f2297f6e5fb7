package dev.latchkey.bootstrap.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import dev.latchkey.bootstrap.Platform;
import dev.latchkey.bootstrap.RunningServer;
import java.util.Locale;

/** A tenant whose staff sits in front of browsers: an owner, an admin and a viewer. */
record Office(RunningServer server, Platform platform, String tenant) {

  static final String PASSWORD = "correct horse battery";

  static Office in(RunningServer server) {
    Platform platform = Platform.of(server.client());
    Office office = new Office(server, platform, platform.tenant("Acme Calls"));
    for (String role : new String[]{"OWNER", "ADMIN", "VIEWER"}) {
      platform.operator()
          .post(
              platform.path(office.tenant) + "/members",
              "{\"email\":\"%s\",\"password\":\"%s\",\"role\":\"%s\"}".formatted(email(role), PASSWORD, role))
          .isStatus(201);
    }
    return office;
  }

  String url(String language, String path) {
    return server.url().resolve("/" + language + "/" + tenant + path).toString();
  }

  /** A page in which the member of that role has signed in, as people do. */
  Page signIn(BrowserContext profile, String role) {
    return signIn(profile, email(role), PASSWORD);
  }

  Page signIn(BrowserContext profile, String email, String password) {
    Page page = profile.newPage();
    page.navigate(url("en", "/sign-in"));
    signIn(page, email, password);
    return page;
  }

  /** Signs in with the form that the page shows. */
  void signIn(Page page, String email, String password) {
    tryToSignIn(page, email, password);
    page.waitForURL(url("en", "/settings/api-keys"));
  }

  /** Fills in and sends the form that the page shows, and waits until the page that came of it is there. */
  Response tryToSignIn(Page page, String email, String password) {
    page.fill("#email", email);
    page.fill("#password", password);
    page.evaluate("document.body.dataset.sent = 'yes'");
    Response answer = page.waitForResponse(
        response -> response.request().method().equals("POST"),
        () -> page.click("main button[type=submit]"));
    page.waitForSelector("body:not([data-sent])");
    return answer;
  }

  private static String email(String role) {
    return role.toLowerCase(Locale.ROOT) + "@acme.example";
  }
}
