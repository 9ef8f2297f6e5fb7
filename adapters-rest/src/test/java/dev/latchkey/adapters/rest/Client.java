package dev.latchkey.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.api.Description;
import dev.latchkey.api.Exchange;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A client of the API as any other: it knows addresses, headers and bodies. */
public final class Client {

  private static final JsonMapper JSON = JsonMapper.createDefault();

  private final HttpClient http = HttpClient.newHttpClient();
  private final EmbeddedServer server;
  private @Nullable Description description;

  Client(EmbeddedServer server) {
    this.server = server;
  }

  /** What came back. */
  public record Answer(HttpResponse<String> response) {

    public int status() {
      return response.statusCode();
    }

    public Optional<String> header(String name) {
      return response.headers().firstValue(name);
    }

    public String text() {
      return response.body();
    }

    /** The JSON value at a JSON pointer. */
    public JsonNode at(String pointer) {
      JsonNode node = json();
      for (String step : pointer.substring(1).split("/")) {
        node = node.isArray() ? node.get(Integer.parseInt(step)) : node.get(step);
        assertThat(node).as(pointer + " in " + text()).isNotNull();
      }
      return node;
    }

    public JsonNode json() {
      try {
        return JSON.readValue(text(), JsonNode.class);
      } catch (IOException notJson) {
        throw new UncheckedIOException(text(), notJson);
      }
    }

    /** Asserts that it is this problem, in the shape that every problem has. */
    public Answer isProblem(int status, String code) {
      assertThat(status()).as(text()).isEqualTo(status);
      assertThat(header("Content-Type")).hasValue("application/problem+json");
      assertThat(at("/code").getStringValue()).as(text()).isEqualTo(code);
      assertThat(at("/status").getIntValue()).isEqualTo(status);
      assertThat(at("/type").getStringValue()).isEqualTo("/problems/" + code);
      assertThat(at("/title").getStringValue()).isNotBlank();
      assertThat(at("/detail").getStringValue()).isNotBlank();
      assertThat(header("X-Request-Id")).hasValue(at("/request_id").getStringValue());
      assertThat(json().get("errors") != null).as("errors are for 400 alone").isEqualTo(status == 400);
      return this;
    }

    /** Asserts that this fault is among those told. */
    public Answer hasFault(String pointer, String code) {
      assertThat(at("/errors").values())
          .as(text())
          .anySatisfy(fault -> {
            assertThat(fault.get("pointer").getStringValue()).isEqualTo(pointer);
            assertThat(fault.get("code").getStringValue()).isEqualTo(code);
            assertThat(fault.get("message").getStringValue()).isNotBlank();
          });
      return this;
    }
  }

  /** A request with the known key. */
  public HttpRequest.Builder withKey(String path) {
    return to(path).header("Authorization", "Bearer " + Known.PLAIN.reveal());
  }

  /** A request with the operator token. */
  public HttpRequest.Builder asOperator(String path) {
    return to(path).header("Authorization", "Bearer " + Known.OPERATOR_TOKEN);
  }

  /** A request without any credentials. */
  public HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(server.getURL() + path));
  }

  public int port() {
    return server.getPort();
  }

  public Answer send(HttpRequest.Builder request, String method, String json) {
    return send(request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString(json)));
  }

  /** What comes back, which the server's own description has to allow. */
  public Answer send(HttpRequest.Builder request) {
    HttpResponse<String> response = exchange(request.build());
    description().check(new Exchange(
        response.request().method(), response.uri().getRawPath(), response.statusCode(), response.headers().map(),
        response.body()));
    return new Answer(response);
  }

  private synchronized Description description() {
    if (description == null) {
      description = Description.of(exchange(to("/openapi.yaml").build()).body());
    }
    return description;
  }

  private HttpResponse<String> exchange(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
