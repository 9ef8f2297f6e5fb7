package dev.latchkey.adapters.rest.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapters.rest.Client;
import dev.latchkey.adapters.rest.Client.Answer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest
class DocsTest {

  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]+)\"");

  private final Client client;

  DocsTest(Client client) {
    this.client = client;
  }

  @ParameterizedTest
  @CsvSource({
      "/openapi.yaml, application/yaml", "/openapi.yaml/, application/yaml", "/docs, text/html;charset=utf-8",
      "/docs/, text/html;charset=utf-8", "/docs/assets/swagger-ui.css, text/css;charset=utf-8"
  })
  void everyFileIsToldWithItsTypeToAnybody(String path, String type) {
    Answer answer = client.send(client.to(path));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).hasValue(type);
    assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(answer.text()).isNotBlank();
    Answer head = client.send(client.to(path).method("HEAD", BodyPublishers.noBody()));
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("Content-Type")).hasValue(type);
    assertThat(head.text()).isEmpty();
  }

  @Test
  void thePageLinksOnlyToThisServerAndAllOfItIsThere() {
    List<String> links = LINK.matcher(client.send(client.to("/docs")).text()).results()
        .map(link -> link.group(1)).toList();
    assertThat(links).hasSizeGreaterThan(3).allSatisfy(link -> {
      assertThat(link).startsWith("/").doesNotStartWith("//");
      assertThat(client.send(client.to(link)).status()).as(link).isEqualTo(200);
    });
  }

  @Test
  void thePageMayLoadNothingFromElsewhere() {
    assertThat(client.send(client.to("/docs")).header("Content-Security-Policy")).get().asString()
        .startsWith("default-src 'none'")
        .contains("script-src 'self';", "connect-src 'self';")
        .doesNotContain("http", "*", "unsafe-eval");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing.js", "..%2Fopenapi.yaml", "swagger-ui-bundle.js.LICENSE.txt", "%2e%2e%2fdocs.html"})
  void noOtherFileOfTheClassPathIsServed(String name) {
    client.send(client.to("/docs/assets/" + name)).isProblem(404, "route_not_found");
  }
}
