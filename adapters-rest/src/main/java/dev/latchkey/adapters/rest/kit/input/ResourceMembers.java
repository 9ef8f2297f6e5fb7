package dev.latchkey.adapters.rest.kit.input;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Members of the resource of a request, for those that the request does not accept.
 * {@link JsonBody#read(ObjectDecoder, ResourceMembers)} and its siblings check a body against them. A member that the
 * decoder reads is accepted. Any other member of the resource must have the value given here, else it is
 * {@code unchangeable}; if none is given, only the server sets it, and it is ignored. The camelCase form of a member is
 * ignored if the snake_case form is present too, else it is checked like the snake_case form.
 *
 * <ul>
 * <li>A change: {@code json.readStrictly(decoder, ResourceMembers.stored(mapper, view, sameText))}. A record
 * can therefore be read, edited and sent back whole.
 * <li>A creation, and every request of v1:
 * {@code json.readStrictly(decoder, ResourceMembers.setByServer(View.class))}, with {@link #starting} for a
 * member that clients can change later but not choose now.
 * <li>An array: {@code json.readEach(decoder, item -> members)}.
 * </ul>
 *
 * @param values the value that each member has; empty: the member is ignored
 * @param isNew whether the resource is to be created
 * @param sameText whether a text has the same meaning as the stored one
 */
public record ResourceMembers(Map<String, Optional<JsonNode>> values, boolean isNew, SameText sameText) {

  /** The request is not about a resource. */
  public static final ResourceMembers NONE = new ResourceMembers(Map.of(), false, (_, _, _) -> false);

  private static final Set<String> ALWAYS_IGNORED = Set.of(
      "last_used_at", "created_at", "updated_at", "state", "version");

  private static final String UNCHANGEABLE = "unchangeable";
  private static final String UNKNOWN = "unknown_field";

  private static final Pattern CAMEL_CASE = Pattern.compile("[a-z]++(?:[A-Z][a-z0-9]*+)++");
  private static final Pattern CAPITAL = Pattern.compile("[A-Z]");

  public ResourceMembers {
    values = Map.copyOf(values);
  }

  /** Comparison of two different texts that may have the same meaning. */
  @FunctionalInterface
  public interface SameText {

    /** Returns whether the text that was sent as a member means the stored one. */
    boolean test(String member, String stored, String sent);
  }

  /** Returns the members of a stored resource, with the values that a client reads. */
  public static ResourceMembers stored(JsonMapper json, Record view, SameText sameText) {
    JsonNode tree = tree(json, view);
    Map<String, Optional<JsonNode>> values = new LinkedHashMap<>();
    for (String name : names(view.getClass())) {
      values.put(name, Optional.of(Optional.ofNullable(tree.get(name)).orElseGet(JsonNode::nullNode)));
    }
    return new ResourceMembers(values, false, sameText);
  }

  /** Returns the members of a new resource: those that the request does not accept are set by the server. */
  public static ResourceMembers setByServer(Class<? extends Record> view) {
    Map<String, Optional<JsonNode>> values = new LinkedHashMap<>();
    names(view).forEach(name -> values.put(name, Optional.empty()));
    return new ResourceMembers(values, true, NONE.sameText);
  }

  /** Returns the same members, with one that has this value in every new resource. */
  public ResourceMembers starting(String name, String value) {
    Map<String, Optional<JsonNode>> more = new LinkedHashMap<>(values);
    more.put(name, Optional.of(JsonNode.createStringNode(value)));
    return new ResourceMembers(more, isNew, sameText);
  }

  /** Records the field errors of the members that were not accepted. */
  void check(JsonNode object, Set<String> accepted, JsonPath place) {
    for (Map.Entry<String, JsonNode> member : object.entries()) {
      String sent = member.getKey();
      if (!accepted.contains(sent)) {
        String name = isKnown(snakeCase(sent), accepted) ? snakeCase(sent) : sent;
        boolean ignored = ALWAYS_IGNORED.contains(name) || (!name.equals(sent) && object.get(name) != null);
        if (!ignored) {
          check(name, accepted.contains(name), member.getValue(), place.member(sent));
        }
      }
    }
  }

  /** Checks one member that was not accepted, or would have been accepted under this name. */
  private void check(String name, boolean misspelt, JsonNode value, JsonPath place) {
    boolean has = values.containsKey(name);
    Optional<JsonNode> stored = values.getOrDefault(name, Optional.empty());
    if (stored.filter(known -> JsonEquality.test(known, value) || isSameText(name, known, value)).isPresent()) {
      return;
    }
    if (misspelt) {
      place.fault(has || !place.strict() ? UNCHANGEABLE : UNKNOWN, "Must be sent as " + name + ".");
    } else if (stored.isPresent()) {
      place.fault(UNCHANGEABLE, isNew
          ? "Cannot be chosen for a new record. Leave it out, or send " + stored.get().coerceStringValue() + "."
          : "Cannot be changed by this request. Leave it out, or send the stored value.");
    } else if (!has && place.strict()) {
      place.fault(UNKNOWN, "Is not a member of this request. Correct the name, or leave it out.");
    }
  }

  private boolean isSameText(String name, JsonNode stored, JsonNode sent) {
    return stored.isString() && sent.isString()
        && sameText.test(name, stored.getStringValue(), sent.getStringValue());
  }

  private boolean isKnown(String name, Set<String> accepted) {
    return accepted.contains(name) || values.containsKey(name) || ALWAYS_IGNORED.contains(name);
  }

  private static String snakeCase(String name) {
    return CAMEL_CASE.matcher(name).matches()
        ? CAPITAL.matcher(name).replaceAll("_$0").toLowerCase(Locale.ROOT)
        : name;
  }

  private static List<String> names(Class<?> view) {
    return Arrays.stream(view.getRecordComponents())
        .map(RecordComponent::getName)
        .map(ResourceMembers::snakeCase)
        .toList();
  }

  private static JsonNode tree(JsonMapper json, Record view) {
    try {
      return json.writeValueToTree(view);
    } catch (IOException impossible) {
      throw new UncheckedIOException("A record that can be sent can be compared", impossible);
    }
  }
}
