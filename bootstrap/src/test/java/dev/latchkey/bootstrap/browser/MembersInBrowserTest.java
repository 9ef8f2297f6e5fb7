package dev.latchkey.bootstrap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an owner does with members in a browser is felt in theirs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MembersInBrowserTest {

  private static final String EVE = "eve@acme.example";
  private static final String OTHER_PASSWORD = "battery staple";

  private Stage stage;
  private Office office;

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
  void anOfficeOfItsOwn() {
    office = Office.in(stage.server());
  }

  @Test
  void aMemberIsAddedPromotedGivenAnotherPasswordAndRemoved() {
    try (BrowserContext owners = stage.chromium().profile(true);
        BrowserContext members = stage.chromium().profile(true)) {
      Page owner = office.signIn(owners, "OWNER");
      tab(owner, "Members").click();
      owner.fill("#email", EVE);
      owner.fill("#password", Office.PASSWORD);
      owner.selectOption("#role", "VIEWER");
      press(owner, "Add member");
      told(owner, "The member was added");
      Page member = office.signIn(members, EVE, Office.PASSWORD);
      assertThat(generating(member).count()).isZero();

      change(owner);
      owner.selectOption("#role", "ADMIN");
      press(owner, "Change role");
      told(owner, "The role was changed");
      PlaywrightAssertions.assertThat(row(owner)).containsText("Admin");
      member.reload();
      PlaywrightAssertions.assertThat(generating(member).first()).isVisible();

      change(owner);
      owner.fill("#password", OTHER_PASSWORD);
      press(owner, "Set password");
      told(owner, "All sessions of the member have ended");
      member.reload();
      assertThat(member.url()).isEqualTo(office.url("en", "/sign-in"));
      office.tryToSignIn(member, EVE, Office.PASSWORD);
      PlaywrightAssertions.assertThat(member.getByRole(AriaRole.ALERT)).containsText("password is wrong");
      office.signIn(member, EVE, OTHER_PASSWORD);

      change(owner);
      owner.fill("#confirmation", "eva@acme.example");
      press(owner, "Remove permanently");
      PlaywrightAssertions.assertThat(owner.locator("#confirmation-fault")).isVisible();
      member.reload();
      PlaywrightAssertions.assertThat(generating(member).first()).isVisible();
      owner.fill("#confirmation", EVE);
      press(owner, "Remove permanently");
      told(owner, "The member was removed");
      PlaywrightAssertions.assertThat(row(owner)).hasCount(0);
      member.reload();
      assertThat(member.url()).isEqualTo(office.url("en", "/sign-in"));
      office.tryToSignIn(member, EVE, OTHER_PASSWORD);
      PlaywrightAssertions.assertThat(member.getByRole(AriaRole.ALERT)).containsText("password is wrong");

      tab(owner, "Audit").click();
      PlaywrightAssertions.assertThat(owner.locator("tbody tr").first()).containsText("Member removed: " + EVE);
      PlaywrightAssertions.assertThat(owner.locator("tbody tr").first()).containsText("role: Admin");
      PlaywrightAssertions.assertThat(owner.locator("tbody tr").first()).containsText("owner@acme.example");
    }
  }

  @Test
  void anOwnerNeitherDemotesNorRemovesThemselfAndANewPasswordOfTheirsSignsThemOut() {
    try (BrowserContext profile = stage.chromium().profile(true)) {
      Page page = office.signIn(profile, "OWNER");
      tab(page, "Members").click();
      page.locator("tbody tr", new Page.LocatorOptions().setHasText("(you)")).getByRole(AriaRole.LINK).click();
      PlaywrightAssertions.assertThat(page.locator("main")).containsText("You cannot remove yourself");
      assertThat(page.locator("#role, #confirmation").count()).isZero();

      page.fill("#password", OTHER_PASSWORD);
      press(page, "Set password");

      PlaywrightAssertions.assertThat(page.locator("h1")).hasText("Sign in");
      office.signIn(page, "owner@acme.example", OTHER_PASSWORD);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"VIEWER", "ADMIN"})
  void whoeverIsNoOwnerSeesNoMembersAndIsRefused(String role) {
    try (BrowserContext profile = stage.chromium().profile(true)) {
      Page page = office.signIn(profile, role);
      PlaywrightAssertions.assertThat(tab(page, "Audit")).isVisible();
      assertThat(tab(page, "Members").count()).isZero();

      Response answer = page.navigate(office.url("en", "/settings/members"));

      assertThat(answer.status()).isEqualTo(403);
      PlaywrightAssertions.assertThat(page.getByText("You may not do that")).isVisible();
      assertThat(page.content()).doesNotContain("owner@acme.example");
      page.getByText("Back to the dashboard").click();
      PlaywrightAssertions.assertThat(page.locator("h1")).hasText("API keys");
    }
  }

  private static void told(Page page, String what) {
    PlaywrightAssertions.assertThat(page.locator("p.notice")).containsText(what);
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).click();
  }

  private static Locator generating(Page page) {
    return page.locator("a.button", new Page.LocatorOptions().setHasText("Generate API Key"));
  }

  private static Locator tab(Page page, String name) {
    return page.locator("nav.tabs a", new Page.LocatorOptions().setHasText(name));
  }

  private static Locator row(Page page) {
    return page.locator("tbody tr", new Page.LocatorOptions().setHasText(EVE));
  }

  private static void change(Page page) {
    row(page).getByRole(AriaRole.LINK).click();
    PlaywrightAssertions.assertThat(page.locator("h1")).hasText(EVE);
  }
}
