package dev.latchkey.bootstrap.description;

import dev.latchkey.api.Description;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Bodies made from a schema: values of each type, and values on and beside every bound that it states. */
final class Probes {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Description description;
  private final JsonNode example;
  private final List<Probe> made = new ArrayList<>();

  private Probes(Description description, JsonNode example) {
    this.description = description;
    this.example = example;
  }

  /** Probes for a whole body. */
  static List<Probe> of(Description description, JsonNode schema, JsonNode example) {
    Probes probes = new Probes(description, example);
    probes.inside(schema, JsonPointer.empty());
    return probes.made;
  }

  private void inside(JsonNode schema, JsonPointer at) {
    for (JsonNode variant : variants(schema)) {
      JsonNode properties = variant.path("properties");
      properties.forEachEntry((name, property) -> member(property, at.appendProperty(name)));
      if (variant.path("items").isObject() && example.at(at).isArray()) {
        value(variant.path("items"), at.appendIndex(0));
      }
    }
  }

  private void member(JsonNode schema, JsonPointer at) {
    if (!example.at(at).isMissingNode()) {
      made.add(Probe.without(example, at));
    }
    value(schema, at);
  }

  private void value(JsonNode schema, JsonPointer at) {
    probe(at, "null", JSON.nullNode());
    probe(at, "true", JSON.booleanNode(true));
    probe(at, "an object", JSON.objectNode());
    probe(at, "an empty array", JSON.arrayNode());
    texts(at);
    numbers(at);
    variants(schema).forEach(variant -> bounds(variant, at));
    inside(schema, at);
  }

  private void texts(JsonPointer at) {
    probe(at, "an empty text", JSON.stringNode(""));
    probe(at, "a space", JSON.stringNode(" "));
    probe(at, "one letter", JSON.stringNode("x"));
    probe(at, "a control character", JSON.stringNode("a\u0001b"));
    probe(at, "an emoji", JSON.stringNode("\uD83D\uDE00"));
    for (int length : new int[]{100, 101, 255, 256, 500, 501, 2_048, 2_049, 20_000}) {
      probe(at, length + " letters", letters(length));
    }
  }

  private void numbers(JsonPointer at) {
    for (long number : new long[]{-1, 0, 1, 2, 3, Integer.MAX_VALUE, 1L + Integer.MAX_VALUE, Long.MAX_VALUE}) {
      probe(at, "" + number, JSON.numberNode(number));
    }
    probe(at, "one and a half", JSON.numberNode(1.5));
  }

  private void bounds(JsonNode schema, JsonPointer at) {
    for (String bound : List.of("minLength", "maxLength")) {
      if (schema.has(bound)) {
        int length = schema.path(bound).asInt();
        for (int tried : new int[]{length - 1, length, length + 1}) {
          if (tried >= 0) {
            probe(at, tried + " letters at " + bound, letters(tried));
          }
        }
      }
    }
    for (String bound : List.of("minimum", "maximum")) {
      if (schema.has(bound)) {
        long number = schema.path(bound).asLong();
        for (long tried : new long[]{number - 1, number, number + 1}) {
          probe(at, tried + " at " + bound, JSON.numberNode(tried));
        }
      }
    }
    schema.path("enum").forEach(value -> probe(at, "listed", value));
    schema.path("enum").forEach(value -> {
      if (value.isString()) {
        probe(at, "listed but for a letter", JSON.stringNode(value.stringValue() + "x"));
      }
    });
    schema.path("examples").forEach(value -> probe(at, "an example", value));
    items(schema, at);
  }

  private void items(JsonNode schema, JsonPointer at) {
    if (!example.at(at).isArray() || example.at(at).isEmpty()) {
      return;
    }
    for (String bound : List.of("minItems", "maxItems")) {
      if (schema.has(bound)) {
        int count = schema.path(bound).asInt();
        for (int tried : new int[]{count - 1, count, count + 1}) {
          if (tried >= 0) {
            probe(at, tried + " items at " + bound, repeated(example.at(at).get(0), tried));
          }
        }
      }
    }
  }

  private void probe(JsonPointer at, String what, JsonNode value) {
    made.add(at.matches() ? new Probe(at, what, value) : Probe.of(example, at, what, value));
  }

  /** The schema without references and choices. */
  private List<JsonNode> variants(JsonNode schema) {
    JsonNode resolved = description.resolved(schema);
    List<JsonNode> variants = new ArrayList<>(List.of(resolved));
    for (String choice : List.of("anyOf", "oneOf", "allOf")) {
      resolved.path(choice).forEach(one -> variants.addAll(variants(one)));
    }
    return variants;
  }

  private static JsonNode letters(int length) {
    return JSON.stringNode("x".repeat(length));
  }

  private static ArrayNode repeated(JsonNode item, int times) {
    ArrayNode array = JSON.arrayNode();
    for (int i = 0; i < times; i++) {
      array.add(item.deepCopy());
    }
    return array;
  }
}
