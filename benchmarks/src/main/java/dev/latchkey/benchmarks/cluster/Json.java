package dev.latchkey.benchmarks.cluster;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A JSON value whose members are found by name. */
record Json(JsonNode node) {

  private static final JsonMapper MAPPER = JsonMapper.createDefault();

  static Json read(String text) {
    try {
      return new Json(MAPPER.readValue(text, Argument.of(JsonNode.class)));
    } catch (IOException e) {
      throw new UncheckedIOException(text, e);
    }
  }

  static String write(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean has(String name) {
    return find(name).isPresent();
  }

  Json member(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalArgumentException("There is no member " + name + " in " + write(node)));
  }

  /** Returns the member; empty if it is absent or null. */
  Optional<Json> find(String name) {
    return Optional.ofNullable(node.get(name)).filter(found -> !found.isNull()).map(Json::new);
  }

  String text(String name) {
    return member(name).node.getStringValue();
  }

  long number(String name) {
    return member(name).node.getLongValue();
  }

  List<Json> list(String name) {
    List<Json> items = new ArrayList<>();
    member(name).node.values().forEach(item -> items.add(new Json(item)));
    return items;
  }
}
