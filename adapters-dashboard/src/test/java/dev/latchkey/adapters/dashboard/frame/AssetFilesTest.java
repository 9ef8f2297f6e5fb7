package dev.latchkey.adapters.dashboard.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapters.dashboard.fixtures.Browser;
import dev.latchkey.adapters.dashboard.fixtures.Dashboard;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AssetFilesTest {

  @RegisterExtension
  private static final Dashboard dashboard = Dashboard.started();
  private static final Pattern INLINE = Pattern.compile("<style|style=|<script(?! src=)| on[a-z]+=|javascript:");

  @Test
  void everyAssetIsOursAndMayBeKept() {
    for (Asset asset : Asset.values()) {
      HttpResponse<String> reply = dashboard.browser().open(asset.href());

      assertThat(reply.statusCode()).as(asset.href()).isEqualTo(200);
      assertThat(reply.headers().firstValue("Content-Type").orElseThrow()).startsWith(
          asset == Asset.STYLE ? "text/css" : "text/javascript");
      assertThat(reply.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
      assertThat(reply.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }
    assertThat(dashboard.browser().open(Asset.STYLE.href()).body())
        .contains("prefers-color-scheme: dark")
        .doesNotContain("http");
  }

  @Test
  void whatIsNoAssetIsNotThere() {
    for (String path : new String[]{"/dashboard/0000.css", "/dashboard/dashboard.css",
        "/dashboard/..%2Ftexts_en.properties"}) {
      assertThat(dashboard.browser().open(path).statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void pagesNameTheirFilesByContentAndHaveNoScriptOrStyleOfTheirOwn() {
    Browser browser = dashboard.signedIn();

    Stream.of(Dashboard.KEYS, Dashboard.SIGN_IN, "/").map(browser::open).map(HttpResponse::body).forEach(
        page -> assertThat(page).contains(Asset.STYLE.href()).doesNotContainPattern(INLINE));
    assertThat(browser.open(Dashboard.KEYS).body()).contains(Asset.HTMX.href(), Asset.SCRIPT.href(),
        "\"allowEval\":false");
    assertThat(browser.open(Dashboard.SIGN_IN).body()).doesNotContain("<script");
  }
}
