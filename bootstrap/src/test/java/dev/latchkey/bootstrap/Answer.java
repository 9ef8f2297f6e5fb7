package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What came back, with header names in lower case. */
public record Answer(int status, Map<String, List<String>> headers, String body) {

  private static final JsonMapper JSON = JsonMapper.createDefault();

  public String header(String name) {
    List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    assertThat(values).as("the header %s of %s", name, this).hasSize(1);
    return values.getFirst();
  }

  public boolean has(String name) {
    return headers.containsKey(name.toLowerCase(Locale.ROOT));
  }

  public JsonNode json() {
    try {
      return JSON.readValue(body, Argument.of(JsonNode.class));
    } catch (IOException e) {
      throw new UncheckedIOException(body, e);
    }
  }

  /** A text in the answer, found by the names of the members that lead to it. */
  public String text(String... path) {
    JsonNode node = json();
    for (String name : path) {
      assertThat(node.get(name)).as("%s in %s", name, body).isNotNull();
      node = node.get(name);
    }
    return node.getStringValue();
  }

  /** The answer's list. */
  public List<JsonNode> list() {
    isStatus(200);
    JsonNode data = json().get("data");
    assertThat(data).as(body).isNotNull();
    assertThat(data.isArray()).as(body).isTrue();
    List<JsonNode> items = new ArrayList<>();
    data.values().forEach(items::add);
    return items;
  }

  public Answer isStatus(int expected) {
    assertThat(status).as("the status of %s", this).isEqualTo(expected);
    assertThat(header("X-Request-Id")).matches("[A-Za-z0-9._-]{1,64}");
    return this;
  }

  /** A success with its message. */
  public Answer says(int expected, String message) {
    isStatus(expected);
    assertThat(header("Content-Type")).startsWith("application/json");
    assertThat(text("status")).isEqualTo("success");
    assertThat(text("message")).isEqualTo(message);
    return this;
  }

  /** A problem in all the fields that the contract gives it. */
  public Answer isProblem(int expected, String code) {
    assertThat(body).as("the body of %s", this).startsWith("{");
    assertThat(json().get("code")).as(body).isNotNull();
    assertThat(text("code")).as(body).isEqualTo(code);
    isStatus(expected);
    assertThat(header("Content-Type")).startsWith("application/problem+json");
    assertThat(json().get("status").getNumberValue()).isEqualTo(expected);
    assertThat(text("type")).startsWith("/").endsWith(code);
    assertThat(text("title")).isNotBlank();
    assertThat(text("detail")).isNotBlank();
    assertThat(text("request_id")).isEqualTo(header("X-Request-Id"));
    assertThat(json().get("errors") != null).as("errors, in %s", body).isEqualTo(expected == 400);
    assertThat(body).doesNotContain("Exception", "dev.latchkey", "SELECT", "INSERT");
    if (expected == 401) {
      assertThat(header("WWW-Authenticate")).startsWith("Bearer realm=\"latchkey\"");
    }
    return this;
  }

  /** What a problem's challenge says. */
  public Answer challenges(String challenge) {
    assertThat(header("WWW-Authenticate")).isEqualTo(challenge);
    return this;
  }

  /** A 400 with a fault there, whatever it is. */
  public Answer hasFaultAt(String pointer) {
    assertThat(faults()).as(body()).containsKey(pointer);
    return this;
  }

  /** Where the faults of a 400 lie and what they are. */
  public Map<String, String> faults() {
    Map<String, String> faults = new TreeMap<>();
    json().get("errors").values().forEach(fault -> {
      assertThat(fault.get("message").getStringValue()).isNotBlank();
      faults.put(fault.get("pointer").getStringValue(), fault.get("code").getStringValue());
    });
    return faults;
  }
}
