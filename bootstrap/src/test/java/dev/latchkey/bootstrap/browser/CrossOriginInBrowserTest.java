package dev.latchkey.bootstrap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import dev.latchkey.bootstrap.Platform;
import dev.latchkey.bootstrap.Platform.Key;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What pages of other origins can do with the API, in a browser that enforces the Fetch standard. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrossOriginInBrowserTest {

  private static final byte[] PAGE = "<!doctype html><title>A page of somebody else</title>"
      .getBytes(StandardCharsets.UTF_8);

  // What the page can see of an answer: nothing where the browser withholds it.
  private static final String FETCH = """
      async ([url, method, headers, body]) => {
        try {
          const answer = await fetch(url, {method, headers, body: body ?? undefined});
          const json = await answer.json();
          return [answer.status, json.code ?? json.status, answer.headers.get('X-Request-Id') !== null,
              answer.headers.get('WWW-Authenticate')];
        } catch (withheld) {
          return [];
        }
      }""";

  private HttpServer allowed;
  private HttpServer other;
  private Stage stage;
  private Key key;
  private String campaign;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    allowed = site();
    other = site();
    stage = Stage.set(folder, Map.of("LATCHKEY_CORS_ORIGINS", origin(allowed) + ",https://app.example.com"));
    Platform platform = Platform.of(stage.server().client());
    key = platform.key(platform.tenant("Acme"));
    campaign = Platform.campaign(stage.server().client().with(key.text()));
  }

  @AfterAll
  void stop() {
    if (stage != null) {
      stage.close();
    }
    allowed.stop(0);
    other.stop(0);
  }

  private static HttpServer site() throws IOException {
    HttpServer site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    site.createContext("/", exchange -> {
      exchange.sendResponseHeaders(200, PAGE.length);
      exchange.getResponseBody().write(PAGE);
      exchange.close();
    });
    site.start();
    return site;
  }

  private static String origin(HttpServer site) {
    return "http://127.0.0.1:" + site.getAddress().getPort();
  }

  private Object fetched(HttpServer site, String method, String path, Map<String, String> headers, String body) {
    try (BrowserContext profile = stage.chromium().profile(true)) {
      Page page = profile.newPage();
      page.navigate(origin(site));
      String url = stage.server().url().resolve(path).toString();
      return page.evaluate(FETCH, new Object[]{url, method, headers, body.isEmpty() ? null : body});
    }
  }

  private Map<String, String> withKey() {
    return Map.of("Authorization", "Bearer " + key.text(), "Content-Type", "application/json",
        "Idempotency-Key", "page-1", "X-Request-Id", "from-a-page");
  }

  @Test
  void pageOfAnAllowedOriginReadsAndWrites() {
    assertThat(fetched(allowed, "POST", Platform.leads(campaign), withKey(), "{\"phone_number\":\"+14155550123\"}"))
        .asList().containsExactly(201, "success", true, null);
    assertThat(fetched(allowed, "GET", "/api/v2/auth/whoami", withKey(), ""))
        .asList().containsExactly(200, "success", true, null);
    assertThat(fetched(allowed, "PATCH", Platform.leadsV1(campaign).replace("/leads", "/lead/update"), withKey(),
        "{\"phone_number\":\"+14155550123\",\"first_name\":\"Ada\"}"))
        .asList().containsExactly(200, "success", true, null);
  }

  @Test
  void pageOfAnAllowedOriginSeesWhyItIsRefused() {
    assertThat(fetched(allowed, "GET", Platform.leads(campaign), Map.of(), ""))
        .asList().containsExactly(401, "credentials_missing", true, "Bearer realm=\"latchkey\"");
    assertThat(fetched(allowed, "GET", "/api/v2/nowhere", withKey(), ""))
        .asList().containsExactly(404, "route_not_found", true, null);
    assertThat(fetched(allowed, "PUT", Platform.leads(campaign), withKey(), "{}"))
        .asList().containsExactly(405, "method_not_allowed", true, null);
    assertThat(fetched(allowed, "POST", Platform.leads(campaign), withKey(), "x".repeat(1024 * 1025)))
        .asList().containsExactly(413, "body_too_large", true, null);
  }

  @Test
  void pageOfAnotherOriginSeesNothing() {
    assertThat(fetched(other, "GET", "/api/v2/auth/whoami", withKey(), "")).asList().isEmpty();
    assertThat(fetched(other, "GET", "/api/v2/auth/whoami", Map.of(), "")).asList().isEmpty();
  }

  @Test
  void operatorsApiIsSharedWithNoPage() {
    assertThat(fetched(allowed, "GET", "/api/platform/v1/tenants", Map.of("Authorization", "Bearer " + Platform.TOKEN),
        "")).asList().isEmpty();
    assertThat(fetched(allowed, "GET", "/api/platform/v1/tenants", Map.of(), "")).asList().isEmpty();
  }
}
