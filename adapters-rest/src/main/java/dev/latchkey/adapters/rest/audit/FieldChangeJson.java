package dev.latchkey.adapters.rest.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.domain.audit.FieldChanges;
import dev.latchkey.domain.audit.FieldValue;
import dev.latchkey.domain.id.Id;
import dev.latchkey.domain.id.PublicId;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import java.util.LinkedHashMap;
import java.util.Map;

/** Old and new value of a field, each as the API writes the field; null if it was not set. */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record FieldChangeJson(JsonNode from, JsonNode to) {

  static Map<String, FieldChangeJson> of(FieldChanges changes) {
    Map<String, FieldChangeJson> fields = new LinkedHashMap<>();
    changes.fields().forEach(
        (name, change) -> fields.put(name, new FieldChangeJson(json(change.from()), json(change.to()))));
    return fields;
  }

  private static JsonNode json(FieldValue value) {
    return switch (value) {
      case FieldValue.None() -> JsonNode.nullNode();
      case FieldValue.Text(String text) -> JsonNode.createStringNode(text);
      case FieldValue.Whole(long number) -> JsonNode.createNumberNode(number);
      case FieldValue.Flag(boolean flag) -> JsonNode.createBooleanNode(flag);
      case FieldValue.Reference(Id id) -> JsonNode.createStringNode(PublicId.of(id));
      case FieldValue.Items(var items) ->
        JsonNode.createArrayNode(items.stream().map(FieldChangeJson::json).toList());
      case FieldValue.Members(var members) -> {
        Map<String, JsonNode> nodes = new LinkedHashMap<>();
        members.forEach((name, member) -> nodes.put(name, json(member)));
        yield JsonNode.createObjectNode(nodes);
      }
    };
  }
}
