package dev.latchkey.bootstrap.browser;

import com.microsoft.playwright.Page;
import java.util.function.Consumer;

/** The pages that are looked at in every language, width and colour scheme. A new page joins with one line. */
enum Screen {
  SIGN_IN("/sign-in"),
  API_KEYS("/settings/api-keys"),
  API_KEYS_MENU("/settings/api-keys", page -> page.locator("summary[aria-label]").first().click()),
  API_KEYS_NONE("/settings/api-keys?q=nothing+is+called+that"),
  GENERATE("/settings/api-keys/new"),
  GENERATE_WITH_FAULTS("/settings/api-keys/new", page -> {
    page.fill("#name", " ");
    page.check("input[value=CUSTOM]");
    page.fill("#rules", "let me in");
    page.fill("#requests", "many");
    page.click("main form button[type=submit]");
  }),
  SECRET("/settings/api-keys/new", page -> {
    page.fill("#name", "Secret to see");
    page.click("main form button[type=submit]");
    page.waitForSelector("#secret");
  }),
  EDIT("/settings/api-keys/{key}/edit"),
  ROTATE("/settings/api-keys/{key}/rotation"),
  DELETE("/settings/api-keys/{key}/deletion"),
  NO_SUCH_KEY("/settings/api-keys/nonsense/edit"),
  WHY("/settings/why"),
  WHY_UNKNOWN("/settings/why", page -> {
    page.fill("#subject", "a-request-that-never-was");
    page.click("main form[data-key-check] button[type=submit]");
    page.waitForSelector("#answer");
  }),
  WHY_CUT_SHORT("/settings/why", page -> {
    page.fill("#subject", "lk_live_0123456789");
    page.click("main form[data-key-check] button[type=submit]");
    page.waitForSelector("#subject-check:not([hidden])");
  }),
  API("/settings/api"),
  AUDIT("/settings/audit"),
  MEMBERS("/settings/members"),
  MEMBERS_WITH_FAULTS("/settings/members", page -> {
    page.fill("#email", "ada@acme.example");
    page.fill("#password", "        ");
    page.evaluate("document.querySelector('#role').innerHTML = '<option value=KING>King</option>'");
    page.click("main form button[type=submit]");
    page.waitForSelector("#role-fault");
  });

  private final String path;
  private final Consumer<Page> more;

  Screen(String path) {
    this(path, page -> {});
  }

  /** @param more what to do on the page until it is the one to be looked at */
  Screen(String path, Consumer<Page> more) {
    this.path = path;
    this.more = more;
  }

  /** Shows it to an owner. */
  void open(Page page, Office office, String language, String keyHandle) {
    page.navigate(office.url(language, path.replace("{key}", keyHandle)));
    more.accept(page);
  }
}
