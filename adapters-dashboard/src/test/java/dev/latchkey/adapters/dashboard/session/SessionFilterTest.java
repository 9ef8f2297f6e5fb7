package dev.latchkey.adapters.dashboard.session;

import static dev.latchkey.adapters.dashboard.fixtures.Dashboard.HOME;
import static dev.latchkey.adapters.dashboard.fixtures.Dashboard.KEYS;
import static dev.latchkey.adapters.dashboard.fixtures.Dashboard.PASSWORD;
import static dev.latchkey.adapters.dashboard.fixtures.Dashboard.SIGN_IN;
import static dev.latchkey.adapters.dashboard.fixtures.Dashboard.SIGN_OUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import dev.latchkey.adapters.dashboard.fixtures.Browser;
import dev.latchkey.adapters.dashboard.fixtures.Dashboard;
import dev.latchkey.adapters.dashboard.fixtures.RawPage;
import dev.latchkey.adapters.dashboard.frame.Language;
import dev.latchkey.domain.tenant.Role;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.web.router.Router;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SessionFilterTest {

  @RegisterExtension
  private static final Dashboard dashboard = Dashboard.started();
  private static final Map<String, String> LOGIN = Map.of("email", "ada@example.org", "password", PASSWORD);

  @Test
  void everyPageOfATenantThatIsNotOpenAsksForASession() {
    List<String> closed = routes().filter(path -> !path.endsWith("/sign-in") && !path.endsWith("/sign-out")).toList();

    assertThat(closed).isNotEmpty();
    for (String path : closed) {
      HttpResponse<String> reply = dashboard.browser().open(path);
      assertThat(reply.statusCode()).as(path).isEqualTo(303);
      assertThat(reply.headers().firstValue("Location").orElseThrow()).isIn(SIGN_IN, KEYS);
    }
    verifyNoInteractions(dashboard.keys);
  }

  /** A page whose author forgot about security, and one with a right that does not exist. */
  @Controller("/{locale:en|de}/{tenant}/forgotten")
  static class Forgotten {

    @Get
    String unstated() {
      return "a secret";
    }

    @Get("/misspelt")
    @Secured("staff:manage-kyes")
    String misspelt() {
      return "a secret";
    }
  }

  @Test
  void pageThatStatesNoRightIsClosedToEveryRole() {
    for (String path : List.of(HOME + "/forgotten", HOME + "/forgotten/misspelt")) {
      HttpResponse<String> unknown = dashboard.browser().open(path);
      assertThat(unknown.statusCode()).as(path).isEqualTo(303);
      assertThat(unknown.headers().firstValue("Location")).hasValue(SIGN_IN);
      for (Role role : Role.values()) {
        dashboard.role(role);
        HttpResponse<String> reply = dashboard.signedIn().open(path);
        assertThat(reply.statusCode()).as(path).isEqualTo(404);
        assertThat(reply.body()).doesNotContain("a secret");
      }
    }
  }

  @Test
  void whoHasNoSessionIsLedToSignIn() {
    HttpResponse<String> reply = dashboard.browser().open(KEYS);

    assertThat(reply.statusCode()).isEqualTo(303);
    assertThat(reply.headers().firstValue("Location")).hasValue(SIGN_IN);
  }

  @Test
  void aSessionOfAnotherTenantIsNone() {
    Browser browser = dashboard.signedIn();
    String other = "/en/VGVuYW50OjEyNA==";

    HttpResponse<String> reply = browser.open(other + "/settings/api-keys");

    assertThat(reply.statusCode()).isEqualTo(303);
    assertThat(reply.headers().firstValue("Location")).hasValue(other + "/sign-in");
    verifyNoInteractions(dashboard.keys);
  }

  @Test
  void aFormFromElsewhereIsRefusedAndChangesNothing() {
    for (String[] elsewhere : new String[][]{
        {"Sec-Fetch-Site", "cross-site"},
        {"Sec-Fetch-Site", "same-site"},
        {"Origin", "https://evil.example"},
        {"Origin", "null"},
        {"Origin", "http://localhost"}}) {
      Browser browser = dashboard.signedIn();
      browser.open(KEYS);

      HttpResponse<String> reply = browser.send(SIGN_OUT, Map.of(), elsewhere);

      assertThat(reply.statusCode()).as(Arrays.toString(elsewhere)).isEqualTo(403);
      assertThat(reply.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
      assertThat(reply.body()).contains("This form was refused");
    }
    verify(dashboard.signingIn, never()).signOut(any());
  }

  @Test
  void aFormWithoutTheRightTokenIsRefused() {
    for (Map<String, String> forged : List.of(
        Map.<String, String>of(),
        Map.of("form_token", ""),
        Map.of("form_token", "A".repeat(32)))) {
      Browser browser = dashboard.signedIn();
      browser.open(KEYS);
      assertThat(browser.post(SIGN_OUT, forged).statusCode()).isEqualTo(403);
    }
    verify(dashboard.signingIn, never()).signOut(any());
  }

  @Test
  void aLoginWithoutTheTokenIsRefusedSoThatNobodyIsSignedInUnawares() {
    assertThat(dashboard.browser().post(SIGN_IN, LOGIN).statusCode()).isEqualTo(403);
    verify(dashboard.signingIn, never()).signIn(any(), any(), any(), any());
  }

  @Test
  void aFormFromOurOwnPageIsTaken() {
    String here = "http://localhost:" + dashboard.server.getPort();
    for (String[] own : new String[][]{{"Sec-Fetch-Site", "same-origin"}, {"Origin", here}}) {
      Browser browser = dashboard.browser();
      browser.open(SIGN_IN);
      assertThat(browser.send(SIGN_IN, LOGIN, own).statusCode()).as(Arrays.toString(own)).isEqualTo(303);
    }
  }

  @Test
  void behindAProxyTheOriginIsThatOfThePublicUrlAndCookiesAreSecure() {
    try (Dashboard proxied = Dashboard.startedAt("https://Keys.example.com/")) {
      HttpResponse<String> form = proxied.browser().open(SIGN_IN);
      String cookie = form.headers().firstValue("Set-Cookie").orElseThrow();
      assertThat(cookie)
          .startsWith("__Host-latchkey-form=")
          .contains("Path=/", "; Secure", "; HTTPOnly", "; SameSite=Lax")
          .doesNotContain("Domain");

      String token = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
      String[] headers = {"Cookie", "__Host-latchkey-form=" + token, "Origin", "https://keys.example.com"};
      Map<String, String> fields = Map.of("email", "ada@example.org", "password", PASSWORD, "form_token", token);
      HttpResponse<String> reply = proxied.browser().post(SIGN_IN, fields, headers);
      assertThat(reply.headers().allValues("Set-Cookie")).anySatisfy(session -> assertThat(session)
          .startsWith("__Host-latchkey-session=")
          .contains("Path=/", "; Secure", "; HTTPOnly", "; SameSite=Lax"));

      headers[3] = "http://localhost:" + proxied.server.getPort();
      assertThat(proxied.browser().post(SIGN_IN, fields, headers).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void overPlainHttpOnLocalhostCookiesAreNotSecureButHiddenFromScripts() {
    HttpResponse<String> form = dashboard.browser().open(SIGN_IN);

    assertThat(form.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("latchkey-form=")
        .contains("; HTTPOnly", "; SameSite=Lax")
        .doesNotContain("Secure");
  }

  @Test
  void cookiesAreSecureUnlessPeerAndHostAreLoopbackAndNothingWasForwarded() {
    for (String host : List.of("localhost", "localhost:8080", "127.0.0.1:80", "[::1]:8080", "app.localhost")) {
      assertThat(cookieOf("Host", host)).as(host).startsWith("latchkey-form=").doesNotContain("Secure");
    }
    for (String[] headers : new String[][]{
        {"Host", "keys.example.com"},
        {"Host", "192.0.2.7:8080"},
        {"Host", "localhost.example.com"},
        {"Host", "[2001:db8::1]"},
        {"Host", "localhost", "X-Forwarded-For", "192.0.2.7"},
        {"Host", "localhost", "X-Forwarded-Proto", "http"},
        {"Host", "localhost", "Forwarded", "for=192.0.2.7"}}) {
      assertThat(cookieOf(headers)).as(Arrays.toString(headers))
          .startsWith("__Host-latchkey-form=").contains("; Secure", "Path=/");
    }
    try (Dashboard proxied = Dashboard.startedAt("https://keys.example.com")) {
      assertThat(RawPage.open(proxied.server.getPort(), SIGN_IN, "Host", "localhost").cookie()).contains("; Secure");
    }
    try (Dashboard local = Dashboard.startedAt("http://localhost:8080")) {
      assertThat(RawPage.open(local.server.getPort(), SIGN_IN, "Host", "localhost").cookie()).doesNotContain("Secure");
    }
  }

  private static String cookieOf(String... headers) {
    return RawPage.open(dashboard.server.getPort(), SIGN_IN, headers).cookie();
  }

  @Test
  void formThatCannotBeReadOrIsTooLargeIsAnsweredWithAPage() {
    Browser browser = dashboard.signedIn();
    browser.open(KEYS);
    for (String path : List.of(SIGN_IN, SIGN_OUT, HOME + "/settings/account/password", KEYS + "/new")) {
      HttpResponse<String> half = browser.body(path, "name=a%ED%A0%BD");
      assertThat(half.statusCode()).as(path).isEqualTo(400);
      assertThat(half.body()).contains("contains an incomplete character");

      HttpResponse<String> malformed = browser.body(path, "%zz");
      assertThat(malformed.statusCode()).as(path).isEqualTo(400);
      assertThat(malformed.body()).contains("This form is malformed");

      HttpResponse<String> large = browser.body(path, "name=" + "x".repeat(300_000));
      assertThat(large.statusCode()).as(path).isEqualTo(413);
      assertThat(large.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
      assertThat(large.body()).contains("This form is too large");
    }
  }

  @Test
  void everyPageTellsTheBrowserToRunNoScriptButOursAndKeepNoCopy() {
    for (String path : List.of("/", "/de", SIGN_IN, "/en/nonsense", KEYS)) {
      assertThat(dashboard.signedIn().open(path).headers().map()).as(path)
          .containsEntry("content-security-policy",
              List.of("default-src 'none'; script-src 'self'; connect-src 'self'; "
                  + "style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"))
          .containsEntry("x-content-type-options", List.of("nosniff"))
          .containsEntry("referrer-policy", List.of("same-origin"))
          .containsEntry("cache-control", List.of("no-store"));
    }
  }

  @Test
  void aTenantIdThatIsNoneHasAPageThatSaysSo() {
    for (String tenant : List.of("nonsense", "VGVuYW50OjA=", "Tenant:99999999999999999999", "QXBpS2V5OjE=")) {
      HttpResponse<String> reply = dashboard.browser().open("/de/" + tenant + "/settings/api-keys");
      assertThat(reply.statusCode()).as(tenant).isEqualTo(404);
      assertThat(reply.body()).contains("Unter dieser Adresse gibt es kein Dashboard");
    }
  }

  @Test
  void otherLanguagesAndOtherRoutesAreNotOurs() {
    for (String path : List.of("/fr/VGVuYW50OjEyMw==", "/fr", "/EN", "/eng", "/api/v2", "/v1/api", "/health/liveness",
        "/docs", "/version", "/prometheus", "/problems/key_invalid", "/xen/VGVuYW50OjEyMw==/sign-in")) {
      assertThat(dashboard.browser().open(path).statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void everyLanguageHasItsPages() {
    for (Language language : Language.values()) {
      Browser browser = dashboard.signedIn();
      for (String page : List.of("", "/VGVuYW50OjEyMw==/sign-in", "/VGVuYW50OjEyMw==/settings/api-keys")) {
        HttpResponse<String> reply = browser.open("/" + language.tag() + page);
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body()).contains("<html lang=\"" + language.tag() + "\">");
      }
    }
  }

  private static Stream<String> routes() {
    return dashboard.server.getApplicationContext().getBean(Router.class).uriRoutes()
        .filter(route -> route.getHttpMethod() == HttpMethod.GET)
        .map(route -> route.getUriMatchTemplate().toPathString())
        .filter(path -> path.contains("{tenant}"))
        .map(path -> path.replaceFirst("\\{locale[^}]*}", "en").replace("{tenant}", "VGVuYW50OjEyMw==").replace("{key}",
            "0000000000g").replace("{member}", "8"))
        .distinct();
  }
}
