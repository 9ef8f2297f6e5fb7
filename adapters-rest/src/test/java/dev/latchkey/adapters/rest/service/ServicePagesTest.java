package dev.latchkey.adapters.rest.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapters.rest.fixtures.Client;
import dev.latchkey.adapters.rest.fixtures.Client.Answer;
import dev.latchkey.adapters.rest.fixtures.Wire;
import dev.latchkey.adapters.rest.kit.answer.ProblemType;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest
class ServicePagesTest {

  private final Client client;

  ServicePagesTest(Client client) {
    this.client = client;
  }

  @ParameterizedTest
  @EnumSource
  void everyProblemIsExplained(ProblemType type) {
    Answer answer = client.send(client.to("/problems/" + type.code()));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).get().asString().startsWith("text/plain");
    assertThat(answer.text())
        .contains(type.code(), String.valueOf(type.status().getCode()))
        .contains(type.title(), type.meaning(), type.remedy());
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing", "KEY_INVALID", "%3Cscript%3E"})
  void anUnknownProblemIsNotThere(String code) {
    client.send(client.to("/problems/" + code)).isProblem(404, "route_not_found");
  }

  @Test
  void theVersionIsToldInTheEnvelope() {
    Answer answer = client.send(client.to("/version"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/status").getStringValue()).isEqualTo("success");
    assertThat(answer.at("/data/version").getStringValue()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/health/liveness", "/health/readiness"})
  void healthIsToldToAnybodyAndNoMoreThanThat(String path) {
    Answer answer = client.send(client.to(path));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("{\"status\":\"UP\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health/x", "/health/x/", "/health/liveness/x", "/health/1", "/health/%20", "/prometheus/x"})
  void unknownPathBesideHealthAndFiguresIsNoRoute(String path) {
    client.send(client.to(path)).isProblem(404, "route_not_found");
    Wire.Reply posted = Wire.send(
        client.port(), "POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    assertThat(posted.status()).as(posted.text()).isEqualTo(404);
  }

  @Test
  void figuresAreToldToAnybody() {
    Answer answer = client.send(client.to("/prometheus"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).contains("# TYPE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/beans", "/env", "/loggers", "/threaddump", "/routes", "/info", "/stop", "/refresh",
      "/metrics", "/login"})
  void nothingElseOfTheFrameworkIsServed(String path) {
    client.send(client.to(path)).isProblem(404, "route_not_found");
  }
}
