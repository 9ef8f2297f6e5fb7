package dev.latchkey.bootstrap.description;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request body in which one value differs from the documented example.
 *
 * @param pointer where it differs
 * @param what why the value was chosen
 * @param body the whole body
 */
record Probe(JsonPointer pointer, String what, JsonNode body) {

  /** The example with another value at a pointer; objects on the way that are missing are created. */
  static Probe of(JsonNode example, JsonPointer pointer, String what, JsonNode value) {
    JsonNode body = example.deepCopy();
    JsonNode found = body.at(pointer.head());
    JsonNode parent = found.isContainer() ? found : ((ObjectNode) body).withObject(pointer.head());
    JsonPointer last = pointer.last();
    switch (parent) {
      case ObjectNode object -> object.set(last.getMatchingProperty(), value);
      case ArrayNode array when last.getMatchingIndex() < array.size() -> array.set(last.getMatchingIndex(), value);
      case ArrayNode array -> array.add(value);
      default -> throw new IllegalArgumentException("Nothing to set at " + pointer + " in " + example);
    }
    return new Probe(pointer, what, body);
  }

  /** The example without the member at a pointer. */
  static Probe without(JsonNode example, JsonPointer pointer) {
    JsonNode body = example.deepCopy();
    ((ObjectNode) body.at(pointer.head())).remove(pointer.last().getMatchingProperty());
    return new Probe(pointer, "absent", body);
  }
}
