package dev.latchkey.adapters.rest.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapters.rest.fixtures.Client;
import dev.latchkey.adapters.rest.fixtures.Client.Answer;
import io.micronaut.http.HttpRequest;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.netty.buffer.ByteBuf;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

@MicronautTest
class DocsTest {

  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]+)\"");

  private final Client client;

  DocsTest(Client client) {
    this.client = client;
  }

  @ParameterizedTest
  @CsvSource({
      "/openapi.yaml, application/yaml", "/openapi.json, application/json", "/openapi.json/, application/json",
      "/openapi.yaml/, application/yaml", "/docs, text/html;charset=utf-8",
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

  @ParameterizedTest
  @ValueSource(strings = {"/openapi.yaml", "/docs", "/docs/assets/swagger-ui-bundle.js",
      "/docs/assets/favicon-32x32.png"})
  void aFileIsNotSentAgainToWhoHasIt(String path) {
    String tag = client.send(client.to(path)).header("ETag").orElseThrow();
    assertThat(client.send(client.to(path)).header("ETag")).hasValue(tag);
    for (String known : List.of(tag, "W/" + tag, "\"x\", " + tag, "*")) {
      Answer unchanged = client.send(client.to(path).header("If-None-Match", known));
      assertThat(unchanged.status()).as(known).isEqualTo(304);
      assertThat(unchanged.text()).isEmpty();
      assertThat(unchanged.header("ETag")).isPresent();
    }
    assertThat(client.send(client.to(path).header("If-None-Match", "\"x\"")).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/openapi.yaml", "/docs/assets/swagger-ui-bundle.js", "/docs/assets/swagger-ui.css"})
  void aFileIsPackedForWhoTakesThat(String path) {
    Answer plain = client.send(client.to(path));
    assertThat(plain.header("Content-Encoding")).isEmpty();
    assertThat(plain.header("Vary")).hasValue("Accept-Encoding");
    for (String accepted : List.of("gzip", "deflate, gzip;q=0.5", "GZIP")) {
      Answer packed = client.send(client.to(path).header("Accept-Encoding", accepted));
      assertThat(packed.header("Content-Encoding")).as(accepted).hasValue("gzip");
      assertThat(packed.header("ETag")).isNotEqualTo(plain.header("ETag"));
      assertThat(length(packed)).isLessThan(length(plain) / 2);
    }
    for (String other : List.of("deflate", "br", "gzip;q=0", "identity", "gzip; q=0.000", "zstd")) {
      Answer asItIs = client.send(client.to(path).header("Accept-Encoding", other));
      assertThat(asItIs.header("Content-Encoding")).as(other).isEmpty();
      assertThat(asItIs.header("ETag")).isEqualTo(plain.header("ETag"));
    }
  }

  private static long length(Answer answer) {
    return Long.parseLong(answer.header("Content-Length").orElseThrow());
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

  @Test
  void bothDescriptionsSayTheSame() {
    // JSON is YAML.
    Map<String, Object> json = new Yaml().load(client.send(client.to("/openapi.json")).text());
    Map<String, Object> yaml = new Yaml().load(client.send(client.to("/openapi.yaml")).text());
    assertThat(json).isEqualTo(yaml).containsEntry("openapi", "3.1.1")
        .containsEntry("servers", List.of(Map.of("url", "/")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/openapi.yaml", "/openapi.json", "/docs", "/docs/assets/swagger-ui-bundle.js"})
  void whatTheClientHasIsNotSentAgainAndTheRestIsPackedOnDemand(String path) throws Exception {
    Answer plain = client.send(client.to(path));
    String tag = plain.header("ETag").orElseThrow();
    assertThat(plain.response().headers().allValues("Vary")).contains("Accept-Encoding");
    Answer unchanged = client.send(client.to(path).header("If-None-Match", "\"x\", W/" + tag));
    assertThat(unchanged.status()).isEqualTo(304);
    assertThat(unchanged.text()).isEmpty();
    assertThat(unchanged.header("ETag")).hasValue(tag);
    assertThat(client.send(client.to(path).header("If-None-Match", "\"x\"")).status()).isEqualTo(200);

    HttpResponse<byte[]> packed = HttpClient.newHttpClient().send(
        client.to(path).header("Accept-Encoding", "br;q=0, gzip").build(), BodyHandlers.ofByteArray());
    assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(packed.headers().firstValue("ETag")).get().isNotEqualTo(tag);
    try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
      assertThat(new String(unpacked.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(plain.text());
    }
  }

  @ParameterizedTest
  @CsvSource({"https://keys.example.com, https://keys.example.com",
      "https://keys.example.com/, https://keys.example.com",
      "http://[::1]:8080, http://[::1]:8080", "https://example.com/keys/, https://example.com/keys"})
  void publicUrlIsTheServersAddress(String url, String server) {
    PublicAddress address = new PublicAddress(Optional.of(URI.create(url)));
    for (DocsFile file : List.of(DocsFile.yaml(address), DocsFile.json(address))) {
      ByteBuf content = (ByteBuf) file.content().answer(HttpRequest.GET("/")).body();
      Map<String, Object> document = new Yaml().load(content.toString(StandardCharsets.UTF_8));
      assertThat(document).containsEntry("servers", List.of(Map.of("url", server)));
    }
  }
}
