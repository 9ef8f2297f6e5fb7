package dev.latchkey.adapters.rest.kit.input;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Schema of requests and responses in JSON Schema 2020-12.
 *
 * @param keywords plain data in the order in which it is written
 */
public record Schema(Map<String, Object> keywords) {

  /** A schema without any keyword, which is too little for a member that a client must send. */
  public static final Schema ANYTHING = new Schema(Map.of());

  private static final String TYPE = "type";
  private static final String OBJECT = "object";
  private static final String NULL = "null";
  private static final String ENUM = "enum";
  private static final String TITLE = "title";
  private static final String DESCRIPTION = "description";
  private static final String ADDITIONAL = "additionalProperties";

  public Schema {
    keywords = Collections.unmodifiableMap(new LinkedHashMap<>(keywords));
  }

  public static Schema ofType(String type) {
    return ANYTHING.with(TYPE, type);
  }

  public static Schema ofTypes(String... types) {
    return ANYTHING.with(TYPE, List.of(types));
  }

  /** Returns the schema of an object with these members. */
  public static Schema object(Map<String, Schema> members, List<String> required) {
    Map<String, Object> properties = new LinkedHashMap<>();
    members.forEach((name, schema) -> properties.put(name, schema.keywords));
    Schema object = ofType(OBJECT).with("properties", properties);
    return required.isEmpty() ? object : object.with("required", List.copyOf(required));
  }

  /** Returns the schema of an object whose member names the client chooses. */
  public static Schema dictionary(Schema values) {
    return ofType(OBJECT).with(ADDITIONAL, values);
  }

  public static Schema array(Schema items) {
    return ofType("array").with("items", items);
  }

  public Schema with(String keyword, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(keywords);
    more.put(keyword, value instanceof Schema(Map<String, Object> inner) ? inner : value);
    return new Schema(more);
  }

  /** Sorts the members of the data by name, so that it is written alike in every run. */
  static Object sorted(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, Object> members = new TreeMap<>();
        map.forEach((name, member) -> members.put((String) name, sorted(member)));
        yield members;
      }
      case List<?> list -> list.stream().map(Schema::sorted).toList();
      default -> value;
    };
  }

  /** Returns this schema with these keywords. */
  Schema with(Map<String, Object> more) {
    Map<String, Object> all = new LinkedHashMap<>(keywords);
    all.putAll(more);
    return new Schema(all);
  }

  /** Returns this schema with another sentence in its description. */
  public Schema saying(String sentence) {
    Object said = keywords.get(DESCRIPTION);
    return with(DESCRIPTION, said == null ? sentence : said + " " + sentence);
  }

  /** Returns this schema with a name, under which the description lists it once. */
  public Schema named(String name) {
    return with(TITLE, name);
  }

  /** Returns this schema, with null as another valid value. */
  public Schema orNull() {
    if (keywords.containsKey(TITLE) || !(keywords.get(TYPE) instanceof String type)) {
      return ANYTHING.with("anyOf", List.of(keywords, Map.of(TYPE, NULL)));
    }
    Schema either = with(TYPE, List.of(type, NULL));
    if (!(keywords.get(ENUM) instanceof List<?> values)) {
      return either;
    }
    List<Object> more = new ArrayList<>(values);
    more.add(null);
    return either.with(ENUM, Collections.unmodifiableList(more));
  }

  /** Returns this schema without any members except named ones, at all levels. */
  public Schema strictly() {
    Map<String, Object> strict = new LinkedHashMap<>();
    keywords.forEach((keyword, value) -> strict.put(keyword, strictly(value)));
    if (OBJECT.equals(keywords.get(TYPE))) {
      strict.putIfAbsent(ADDITIONAL, false);
    }
    return new Schema(strict);
  }

  private static Object strictly(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, Object> members = new LinkedHashMap<>();
        map.forEach((name, member) -> members.put((String) name, member));
        yield new Schema(members).strictly().keywords;
      }
      case List<?> list when list.stream().allMatch(Map.class::isInstance) ->
        list.stream().map(Schema::strictly).toList();
      default -> value;
    };
  }
}
