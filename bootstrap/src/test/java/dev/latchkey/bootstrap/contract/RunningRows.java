package dev.latchkey.bootstrap.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** "Running it": what anybody may ask of the server. */
record RunningRows(House house) {

  Stream<DynamicTest> rows() {
    return Stream.of(
        dynamicTest("GET /health/liveness", () -> assertThat(get("/health/liveness").text("status")).isEqualTo("UP")),
        dynamicTest("GET /health/readiness", () -> assertThat(get("/health/readiness").text("status")).isEqualTo("UP")),
        dynamicTest("GET /prometheus", () -> assertThat(get("/prometheus").answer().body()).contains("# TYPE ")),
        dynamicTest("GET /version",
            () -> assertThat(get("/version").members("status", "data").text("data", "version")).isNotBlank()),
        dynamicTest("GET /openapi.yaml", () -> {
          Reply description = get("/openapi.yaml");
          assertThat(description.answer().header("Content-Type")).startsWith("application/yaml");
          assertThat(description.answer().body()).contains("openapi: 3.1");
        }),
        dynamicTest("GET /openapi.json",
            () -> assertThat(get("/openapi.json").answer().json().get("openapi").getStringValue()).startsWith("3.1")),
        dynamicTest("rendered at /docs; assets are served locally, never from elsewhere", () -> {
          Reply page = get("/docs");
          assertThat(page.answer().header("Content-Type")).startsWith("text/html");
          assertThat(page.answer().body()).contains("/docs/assets/").doesNotContain("src=\"http", "href=\"http");
        }));
  }

  private Reply get(String path) {
    return house.send(house.anybody(), "GET " + path, "").is(200);
  }
}
