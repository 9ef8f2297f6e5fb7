package dev.latchkey.adapters.rest.kit.input;

import dev.latchkey.adapters.rest.kit.answer.InputFault;
import io.micronaut.json.tree.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reader of one object, member by member. Continues after a field error, so that all errors are reported together. */
public final class JsonObjectReader {

  private final JsonNode object;
  private final JsonPath place;
  private final ResourceMembers resource;
  private final Set<String> known = new HashSet<>();
  private final Map<String, Member> members = new LinkedHashMap<>();
  private final Map<String, Object> rules = new LinkedHashMap<>();

  private enum Presence {
    REQUIRED,
    OPTIONAL,
    OPTIONAL_OR_NULL
  }

  /** A member that a decoder reads, whether it is present or not. */
  private record Member(FieldDecoder<?> kind, Presence presence) {

    Schema schema() {
      return presence == Presence.OPTIONAL_OR_NULL ? kind.schema().orNull() : kind.schema();
    }
  }

  JsonObjectReader(JsonNode object, JsonPath place, ResourceMembers resource) {
    this.object = object;
    this.place = place;
    this.resource = resource;
  }

  /** Derives the schema of a decoder from the members that it reads of an empty object. */
  static Schema schema(ObjectDecoder<?> shape) {
    return dryRun(shape).schema();
  }

  /** Returns the schema of each parameter; none can be null. */
  static Map<String, Schema> parameters(ObjectDecoder<?> shape) {
    Map<String, Schema> parameters = new LinkedHashMap<>();
    dryRun(shape).members.forEach((name, member) -> parameters.put(name, member.kind().schema()));
    return parameters;
  }

  private static JsonObjectReader dryRun(ObjectDecoder<?> shape) {
    JsonObjectReader reader = new JsonObjectReader(JsonNode.createObjectNode(Map.of()), JsonPath.top(false),
        ResourceMembers.NONE);
    shape.read(reader);
    if (reader.members.size() != reader.known.size()) {
      throw new IllegalStateException(reader.known + " are read in a way that is not noted");
    }
    return reader;
  }

  private Schema schema() {
    Map<String, Schema> properties = new LinkedHashMap<>();
    members.forEach((name, member) -> properties.put(name, member.schema()));
    List<String> required = members.entrySet().stream()
        .filter(member -> member.getValue().presence() == Presence.REQUIRED)
        .map(Map.Entry::getKey)
        .toList();
    // An error of an empty object as a whole is a rule about all of its members.
    return place.faults().stream()
        .filter(fault -> fault.pointer().equals(place.pointer()))
        .map(InputFault::message)
        .reduce(Schema.object(properties, required).with(rules), Schema::saying, (one, _) -> one);
  }

  /** States a rule about several members, which the decoder enforces, by a keyword of JSON Schema. */
  public void describe(String keyword, Object rule) {
    rules.put(keyword, Schema.sorted(rule));
  }

  /** Reads a member that must be present. */
  public <T> Optional<T> required(String name, FieldDecoder<T> kind) {
    members.put(name, new Member(kind, Presence.REQUIRED));
    JsonPath member = place.member(name);
    Optional<JsonNode> value = given(name);
    return value.isEmpty() ? member.fault("required", "Is missing. Send a value.") : kind.read(value.get(), member);
  }

  /** Reads a member that may be absent or null. */
  public <T> Optional<T> optional(String name, FieldDecoder<T> kind) {
    members.put(name, new Member(kind, Presence.OPTIONAL_OR_NULL));
    return read(name, kind);
  }

  /** Reads a member that may be absent, but not null. */
  public <T> Optional<T> given(String name, FieldDecoder<T> kind) {
    members.put(name, new Member(kind, Presence.OPTIONAL));
    return isNull(name)
        ? place.member(name).fault("not_null", "Cannot be null. Send a value, or leave it out.")
        : read(name, kind);
  }

  /** Records an error of a member, unless it has one already. */
  public void note(String name, String code, String message) {
    if (!place.member(name).isFaulty()) {
      place.member(name).fault(code, message);
    }
  }

  /** Records an error of the object as a whole, unless it has an error already. */
  public void fault(String code, String message) {
    if (!place.isFaulty()) {
      place.fault(code, message);
    }
  }

  /** Builds the value from what was read, if there is no error. */
  public <T> Optional<T> build(Supplier<T> thing) {
    return place.isFaulty() ? Optional.empty() : Optional.of(thing.get());
  }

  /** Records the field errors of the members that were not read. */
  void finish() {
    resource.check(object, known, place);
  }

  private <T> Optional<T> read(String name, FieldDecoder<T> kind) {
    return given(name).flatMap(value -> kind.read(value, place.member(name)));
  }

  private Optional<JsonNode> given(String name) {
    return present(name).filter(value -> !value.isNull());
  }

  /** Returns whether the member is present and null. */
  public boolean isNull(String name) {
    return present(name).filter(JsonNode::isNull).isPresent();
  }

  private Optional<JsonNode> present(String name) {
    known.add(name);
    return Optional.ofNullable(object.get(name));
  }
}
