package dev.latchkey.bootstrap.browser;

import com.microsoft.playwright.Page;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The pages that are looked at in every language, width and colour scheme. A new page joins with one line. */
enum Screen {
  UNKNOWN_TENANT("x/sign-in"),
  WELCOME("x/sign-in", page -> page.click("main a")),
  SIGN_IN("/sign-in"),
  SIGN_IN_REFUSED("/sign-in", page -> {
    page.fill("#email", "nobody@acme.example");
    page.fill("#password", "not the password");
    page.click("main form button[type=submit]");
    page.waitForSelector("#refused");
  }),
  API_KEYS("/settings/api-keys"),
  API_KEYS_MENU("/settings/api-keys", page -> page.locator("summary[aria-label]").first().click()),
  API_KEYS_NONE("/settings/api-keys?q=nothing+is+called+that"),
  API_KEYS_EMPTY(Seat.NEWCOMER, "/settings/api-keys"),
  API_KEYS_OF_A_VIEWER(Seat.VIEWER, "/settings/api-keys"),
  NOT_ALLOWED(Seat.VIEWER, "/settings/members"),
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
  WHY_REFUSED("/settings/why", (page, key) -> {
    page.fill("#subject", key);
    page.selectOption("#permission", "audit:read");
    page.click("main form[data-key-check] button[type=submit]");
    page.waitForSelector("#answer");
  }),
  WHY_GRANTED("/settings/why", (page, key) -> {
    page.fill("#subject", key);
    page.click("main form[data-key-check] button[type=submit]");
    page.waitForSelector("#answer");
  }),
  API("/settings/api"),
  AUDIT("/settings/audit"),
  ACCOUNT("/settings/account"),
  ACCOUNT_WITH_FAULTS("/settings/account", page -> {
    page.fill("#present", "whatever it was");
    page.fill("#password", "password");
    page.click("main form button[type=submit]");
    page.waitForSelector("#password-fault");
  }),
  MEMBERS("/settings/members"),
  MEMBERS_WITH_FAULTS("/settings/members", page -> {
    page.fill("#email", "ada@acme.example");
    page.fill("#password", "        ");
    page.evaluate("document.querySelector('#role').innerHTML = '<option value=KING>King</option>'");
    page.click("main form button[type=submit]");
    page.waitForSelector("#role-fault");
  }),
  MEMBER("/settings/members", page -> page.locator("tbody a").first().click()),
  MEMBER_ONESELF("/settings/members", page -> page.locator("tbody tr:has(.soft) a").click());

  /** Who looks at it: the owner or a viewer of a tenant with keys, or the owner of one that has none yet. */
  enum Seat {
    OWNER,
    VIEWER,
    NEWCOMER
  }

  private final Seat seat;
  private final String path;
  private final BiConsumer<Page, String> more;

  Screen(String path) {
    this(Seat.OWNER, path);
  }

  Screen(Seat seat, String path) {
    this(seat, path, (_, _) -> {});
  }

  Screen(String path, Consumer<Page> more) {
    this(Seat.OWNER, path, (page, _) -> more.accept(page));
  }

  Screen(String path, BiConsumer<Page, String> more) {
    this(Seat.OWNER, path, more);
  }

  /** @param more what to do on the page, also with the handle of a key, until it is the one to be looked at */
  Screen(Seat seat, String path, BiConsumer<Page, String> more) {
    this.seat = seat;
    this.path = path;
    this.more = more;
  }

  Seat seat() {
    return seat;
  }

  /** Shows it to whoever sits there. */
  void open(Page page, Office office, String language, String keyHandle) {
    page.navigate(office.url(language, path.replace("{key}", keyHandle)));
    more.accept(page, keyHandle);
  }
}
