package dev.latchkey.adapters.dashboard.session;

import static dev.latchkey.adapters.dashboard.fixtures.Dashboard.HOME;
import static dev.latchkey.adapters.dashboard.fixtures.Dashboard.KEYS;
import static dev.latchkey.adapters.dashboard.fixtures.Dashboard.PASSWORD;
import static dev.latchkey.adapters.dashboard.fixtures.Dashboard.SESSION;
import static dev.latchkey.adapters.dashboard.fixtures.Dashboard.SIGN_IN;
import static dev.latchkey.adapters.dashboard.fixtures.Dashboard.SIGN_OUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.verify;

import dev.latchkey.adapters.dashboard.fixtures.Browser;
import dev.latchkey.adapters.dashboard.fixtures.Dashboard;
import dev.latchkey.application.port.in.ForSigningIn.SigningIn;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SignInPagesTest {

  @RegisterExtension
  private static final Dashboard dashboard = Dashboard.started();
  private static final Map<String, String> LOGIN = Map.of("email", "ada@example.org", "password", PASSWORD);

  @Test
  void aRightLoginStartsASessionAndLeadsToTheKeys() {
    Browser browser = dashboard.browser();
    assertThat(browser.open(SIGN_IN).statusCode()).isEqualTo(200);

    HttpResponse<String> reply = browser.send(SIGN_IN, LOGIN);

    assertThat(reply.statusCode()).isEqualTo(303);
    assertThat(reply.headers().firstValue("Location")).hasValue(KEYS);
    assertThat(browser.cookie("latchkey-session")).hasValue(SESSION.reveal());
    assertThat(browser.open(KEYS).statusCode()).isEqualTo(200);
  }

  @Test
  void aRightLoginMakesTheFormTokenAnew() {
    Browser browser = dashboard.browser();
    browser.open(SIGN_IN);
    String before = browser.cookie("latchkey-form").orElseThrow();

    browser.send(SIGN_IN, LOGIN);

    assertThat(browser.cookie("latchkey-form")).isPresent().get().isNotEqualTo(before);
  }

  @Test
  void whateverIsWrongWithALoginThePageSaysTheSameAndKeepsThePasswordToItself() {
    for (Map<String, String> wrong : List.of(
        Map.of("email", "ada@example.org", "password", "wr0ng-pass"),
        Map.of("email", "eve@example.org", "password", "wr0ng-pass"),
        Map.of("email", "no address", "password", "wr0ng-pass"),
        Map.of("email", "ada@example.org", "password", ""),
        Map.of("email", "ada@example.org", "password", "wr0ng-pass".repeat(100)),
        Map.of("email", "ada@example.org"),
        Map.<String, String>of())) {
      Browser browser = dashboard.browser();
      browser.open(SIGN_IN);

      HttpResponse<String> reply = browser.send(SIGN_IN, wrong);

      assertThat(reply.statusCode()).isEqualTo(403);
      assertThat(reply.body()).contains("password is wrong").doesNotContain("wr0ng-pass");
      assertThat(browser.cookie("latchkey-session")).isEmpty();
    }
  }

  @Test
  void afterTooManyAttemptsThePageSaysHowLongToWait() {
    for (var told : Map.of(Duration.ofMillis(200), "one second", Duration.ofSeconds(61), "2 minutes").entrySet()) {
      doReturn(new SigningIn.TooManyAttempts(told.getKey()))
          .when(dashboard.signingIn)
          .signIn(any(), any(), any(), argThat(origin -> origin.address().equals(Optional.of(Dashboard.ADDRESS))));
      Browser browser = dashboard.browser();
      browser.open(SIGN_IN);

      HttpResponse<String> reply = browser.send(SIGN_IN, LOGIN);

      assertThat(reply.statusCode()).isEqualTo(429);
      assertThat(reply.headers().firstValue("Retry-After")).hasValue(told.getKey().toSeconds() == 0 ? "1" : "61");
      assertThat(reply.body()).contains("Wait " + told.getValue()).doesNotContain("password is wrong");
      assertThat(browser.cookie("latchkey-session")).isEmpty();
    }
  }

  @Test
  void whatWasTypedAsAnAddressComesBackAsText() {
    Browser browser = dashboard.browser();
    browser.open(SIGN_IN);

    HttpResponse<String> reply = browser.send(SIGN_IN, Map.of("email", "\"><script>x</script>", "password", "x"));

    assertThat(reply.body()).doesNotContain("<script").contains("&#34;>&lt;script>");
  }

  @Test
  void signingInAgainEndsTheSessionBefore() {
    Browser browser = dashboard.signedIn();
    browser.open(SIGN_IN);

    browser.send(SIGN_IN, LOGIN);

    verify(dashboard.signingIn).signOut(argThat(token -> token.reveal().equals(SESSION.reveal())));
  }

  @Test
  void signingOutEndsTheSessionOnTheServerAndInTheBrowser() {
    Browser browser = dashboard.signedIn();
    browser.open(KEYS);

    HttpResponse<String> reply = browser.send(SIGN_OUT, Map.of());

    assertThat(reply.statusCode()).isEqualTo(303);
    assertThat(reply.headers().firstValue("Location")).hasValue(SIGN_IN);
    verify(dashboard.signingIn).signOut(argThat(token -> token.reveal().equals(SESSION.reveal())));
    assertThat(browser.cookie("latchkey-session")).isEmpty();
    assertThat(browser.open(KEYS).headers().firstValue("Location")).hasValue(SIGN_IN);
  }

  @Test
  void aJsonLoginIsNotTaken() {
    Browser browser = dashboard.browser();
    browser.open(SIGN_IN);

    HttpResponse<String> reply = browser.send(SIGN_IN, LOGIN, "Content-Type", "application/json");

    assertThat(reply.statusCode()).isEqualTo(415);
  }

  @Test
  void theHomeOfADashboardLeadsToTheKeys() {
    for (String home : List.of(HOME, HOME + "/", "/en/VGVuYW50OjEyMw", "/en/Tenant:123", "/en/VGVuYW50OjEyMw%3D%3D")) {
      HttpResponse<String> reply = dashboard.browser().open(home);

      assertThat(reply.statusCode()).as(home).isEqualTo(303);
      assertThat(reply.headers().firstValue("Location")).hasValue(KEYS);
    }
  }

  @Test
  void theSignInPageIsGermanInGerman() {
    assertThat(dashboard.browser().open(SIGN_IN.replace("/en/", "/de/")).body())
        .contains("<html lang=\"de\">", "Anmelden", "Passwort", "English", "Deutsch")
        .doesNotContain("Sign in");
  }
}
