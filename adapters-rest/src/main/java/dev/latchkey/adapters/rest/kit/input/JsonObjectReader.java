package dev.latchkey.adapters.rest.kit.input;

import dev.latchkey.adapters.rest.kit.answer.InputFault;
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Violation;
import io.micronaut.json.tree.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads one object member by member and goes on where one is at fault, so that all faults are told at once. */
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

  /** What was asked for, whether it was there or not. */
  private record Member(FieldDecoder<?> kind, Presence presence) {

    Schema schema() {
      return presence == Presence.OPTIONAL_OR_NULL ? kind.schema().orNull() : kind.schema();
    }
  }

  private JsonObjectReader(JsonNode object, JsonPath place, ResourceMembers resource) {
    this.object = object;
    this.place = place;
    this.resource = resource;
  }

  /** The thing; empty where it is no object or where a fault was noted. */
  static <T> Optional<T> read(ObjectDecoder<T> shape, JsonNode value, JsonPath place, ResourceMembers resource) {
    if (!value.isObject()) {
      return place.fault("wrong_type", "Must be an object.");
    }
    JsonObjectReader reader = new JsonObjectReader(value, place, resource);
    Optional<T> read = shape.read(reader);
    reader.finish();
    return read;
  }

  /** Whatever a shape takes, it asks for when it reads an empty object; so it tells by itself what that is. */
  static Schema schema(ObjectDecoder<?> shape) {
    return dryRun(shape).schema();
  }

  /** What is taken under each name, where nothing can be null. */
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
      throw new IllegalStateException("%s are read in a way that is not noted".formatted(reader.known));
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
    // What is wrong with an empty object as a whole is a rule about all of its members.
    return place.faults().stream()
        .filter(fault -> fault.pointer().equals(place.pointer()))
        .map(InputFault::message)
        .reduce(Schema.object(properties, required).with(rules), Schema::saying, (one, _) -> one);
  }

  /** States a rule about several members, which the shape enforces, by a keyword of JSON Schema. */
  public void describe(String keyword, Object rule) {
    rules.put(keyword, Schema.sorted(rule));
  }

  /** A member that has to be there. */
  public <T> Optional<T> required(String name, FieldDecoder<T> kind) {
    members.put(name, new Member(kind, Presence.REQUIRED));
    JsonPath member = place.member(name);
    Optional<JsonNode> value = given(name);
    return value.isEmpty() ? member.fault("required", "Is missing. Send a value.") : kind.read(value.get(), member);
  }

  /** A member that may be missing or null. */
  public <T> Optional<T> optional(String name, FieldDecoder<T> kind) {
    members.put(name, new Member(kind, Presence.OPTIONAL_OR_NULL));
    return read(name, kind);
  }

  /** A member that may be missing, and is not null where it is there. */
  public <T> Optional<T> given(String name, FieldDecoder<T> kind) {
    return switch (edit(name, kind)) {
      case FieldUpdate.Keep<T>() -> Optional.empty();
      case FieldUpdate.To<T>(T value) -> Optional.of(value);
    };
  }

  /** A member that a partial update may set. */
  public <T> FieldUpdate<T> edit(String name, FieldDecoder<T> kind) {
    members.put(name, new Member(kind, Presence.OPTIONAL));
    if (isNull(name)) {
      place.member(name).fault("not_null", "Cannot be null. Send a value, or leave it out.");
      return FieldUpdate.keep();
    }
    return read(name, kind).map(FieldUpdate::to).orElseGet(FieldUpdate::keep);
  }

  /** A member that a partial update may set, or clear with null. */
  public <T> FieldUpdate<Optional<T>> clearable(String name, FieldDecoder<T> kind) {
    return isNull(name)
        ? FieldUpdate.to(Optional.empty())
        : optional(name, kind).map(value -> FieldUpdate.to(Optional.of(value))).orElseGet(FieldUpdate::keep);
  }

  /** Notes what the domain found wrong, unless something is known to be wrong there already. */
  public void note(Violation fault) {
    if (!place.member(fault.field()).isFaulty()) {
      place.member(fault.field()).fault(fault.code(), fault.message());
    }
  }

  /** Notes what is wrong with the object as a whole, unless something is known to be wrong inside already. */
  public void fault(String code, String message) {
    if (!place.isFaulty()) {
      place.fault(code, message);
    }
  }

  /** Builds the thing out of what was read, where all of it was right. */
  public <T> Optional<T> build(Supplier<T> thing) {
    return place.isFaulty() ? Optional.empty() : Optional.of(thing.get());
  }

  private void finish() {
    resource.check(object, known, place);
  }

  private <T> Optional<T> read(String name, FieldDecoder<T> kind) {
    return given(name).flatMap(value -> kind.read(value, place.member(name)));
  }

  private Optional<JsonNode> given(String name) {
    return present(name).filter(value -> !value.isNull());
  }

  private boolean isNull(String name) {
    return present(name).filter(JsonNode::isNull).isPresent();
  }

  private Optional<JsonNode> present(String name) {
    known.add(name);
    return Optional.ofNullable(object.get(name));
  }
}
