package dev.latchkey.bootstrap.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.bootstrap.Answer;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a route answered. What is found to be right is noted as covered.
 *
 * @param route as in the contract, with a star for every id
 */
record Reply(String route, Answer answer, Covered covered) {

  Reply problem(int status, String code) {
    answer.isProblem(status, code);
    covered.add(route);
    covered.add(code);
    return this;
  }

  Reply says(int status, String message) {
    answer.says(status, message);
    covered.add(route);
    covered.add(message);
    return this;
  }

  Reply is(int status) {
    answer.isStatus(status);
    covered.add(route);
    return this;
  }

  /** Success with exactly these members beside the status. */
  Reply members(String... names) {
    assertThat(names(answer.json())).containsExactlyInAnyOrder(names);
    return this;
  }

  /** The data with exactly these members. */
  Reply data(String... names) {
    assertThat(names(answer.json().get("data"))).containsExactlyInAnyOrder(names);
    return this;
  }

  Reply header(String name, String value) {
    assertThat(answer.header(name)).isEqualTo(value);
    return this;
  }

  /** A member of the answer, at its top. */
  Reply member(String name, String value) {
    assertThat(answer.text(name)).isEqualTo(value);
    return this;
  }

  /** The fault's place and code, of several or alone. */
  Reply fault(String pointer, String code) {
    assertThat(answer.faults()).containsEntry(pointer, code);
    covered.add(code);
    return this;
  }

  /** An item of a bulk answer's results. */
  Reply result(int index, boolean success, String message, String echoed, String value) {
    JsonNode result = answer.json().get("results").get(index);
    assertThat(result.get("index").getNumberValue()).isEqualTo(index);
    assertThat(result.get("success").getBooleanValue()).isEqualTo(success);
    assertThat(result.get("message").getStringValue()).isEqualTo(message);
    assertThat(result.get(echoed).getStringValue()).isEqualTo(value);
    covered.add(message);
    return this;
  }

  String text(String... path) {
    return answer.text(path);
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.entries().forEach(member -> names.add(member.getKey()));
    return names;
  }
}
