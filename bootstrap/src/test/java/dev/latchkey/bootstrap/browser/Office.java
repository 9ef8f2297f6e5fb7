package dev.latchkey.bootstrap.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
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
    Page page = profile.newPage();
    page.navigate(url("en", "/sign-in"));
    page.fill("#email", email(role));
    page.fill("#password", PASSWORD);
    page.click("main button[type=submit]");
    page.waitForURL(url("en", "/settings/api-keys"));
    return page;
  }

  private static String email(String role) {
    return role.toLowerCase(Locale.ROOT) + "@acme.example";
  }
}
