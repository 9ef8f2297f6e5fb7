package dev.latchkey.adapters.rest.kit.input;

import io.micronaut.json.tree.JsonNode;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/** Comparison of two JSON values. Numbers are equal if their values are: {@code 3} and {@code 3.0}. */
final class JsonEquality {

  private JsonEquality() {}

  static boolean test(JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      return one.getBigDecimalValue().compareTo(other.getBigDecimalValue()) == 0;
    }
    if (one.isArray() && other.isArray()) {
      return one.size() == other.size() && haveSameItems(one, other);
    }
    if (one.isObject() && other.isObject()) {
      return one.size() == other.size() && haveSameMembers(one, other);
    }
    return one.equals(other);
  }

  private static boolean haveSameItems(JsonNode one, JsonNode other) {
    Iterator<JsonNode> others = other.values().iterator();
    for (JsonNode item : one.values()) {
      if (!test(item, others.next())) {
        return false;
      }
    }
    return true;
  }

  private static boolean haveSameMembers(JsonNode one, JsonNode other) {
    for (Map.Entry<String, JsonNode> member : one.entries()) {
      if (Optional.ofNullable(other.get(member.getKey())).filter(value -> test(member.getValue(), value)).isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
