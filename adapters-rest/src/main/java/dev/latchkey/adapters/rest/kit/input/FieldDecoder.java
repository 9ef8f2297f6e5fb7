package dev.latchkey.adapters.rest.kit.input;

import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Decoder of a kind of value that a member can have, with the schema that documents it for clients. */
@FunctionalInterface
public interface FieldDecoder<T> {

  FieldDecoder<Boolean> FLAG = of(
      Schema.ofType("boolean"),
      (value, place) -> value.isBoolean()
          ? Optional.of(value.getBooleanValue())
          : place.fault("wrong_type", "Must be true or false."));

  FieldDecoder<String> TEXT = text(0, Integer.MAX_VALUE);

  FieldDecoder<Instant> MOMENT = TEXT.as(Timestamps::read, "invalid_time",
      "Must be a time in RFC 3339 format, such as 2030-01-31T12:00:00Z.").format("date-time");

  /** Decodes a value. Returns empty if it is not of this kind, and records a field error at its place. */
  Optional<T> read(JsonNode value, JsonPath place);

  /**
   * Returns the schema of the values. Decoders made of the others here derive it; any other sets it with {@link #of}.
   */
  default Schema schema() {
    return Schema.ANYTHING;
  }

  /** Returns a decoder with its schema. */
  static <T> FieldDecoder<T> of(Schema schema, FieldDecoder<T> reading) {
    return new DocumentedDecoder<>(reading, () -> schema);
  }

  /** Returns this decoder with a format of JSON Schema, such as {@code email}. */
  default FieldDecoder<T> format(String format) {
    return described("format", format);
  }

  /** Returns this decoder with an example. */
  default FieldDecoder<T> example(Object example) {
    return described("examples", List.of(example));
  }

  /** Returns this decoder with a keyword of JSON Schema that states what it enforces. */
  default FieldDecoder<T> described(String keyword, Object value) {
    return new DocumentedDecoder<>(this, () -> schema().with(keyword, value));
  }

  /** Returns this decoder with another sentence in its description. */
  default FieldDecoder<T> saying(String sentence) {
    return new DocumentedDecoder<>(this, () -> schema().saying(sentence));
  }

  /** Returns this decoder with a name, under which the description lists its schema. */
  default FieldDecoder<T> named(String name) {
    return new DocumentedDecoder<>(this, () -> schema().named(name));
  }

  /** Returns a decoder of those values that can be converted into a narrower type; others get this error. */
  default <R> FieldDecoder<R> as(Function<? super T, Optional<R>> narrower, String code, String message) {
    return new DocumentedDecoder<>((value, place) -> {
      Optional<T> wide = read(value, place);
      return wide.isEmpty() ? Optional.empty() : narrower.apply(wide.get()).or(() -> place.fault(code, message));
    }, () -> schema().saying(message));
  }

  /** Returns a decoder that converts the values of this one. */
  default <R> FieldDecoder<R> map(Function<? super T, ? extends R> change) {
    return new DocumentedDecoder<>((value, place) -> read(value, place).map(change), this::schema);
  }

  /** Decodes text; lengths are in Unicode code points. */
  static FieldDecoder<String> text(int shortest, int longest) {
    Schema string = Schema.ofType("string");
    Schema fromShortest = shortest == 0 ? string : string.with("minLength", shortest);
    Schema schema = longest == Integer.MAX_VALUE ? fromShortest : fromShortest.with("maxLength", longest);
    return of(schema, (value, place) -> {
      if (!value.isString()) {
        return place.fault("wrong_type", "Must be a string.");
      }
      String text = value.getStringValue();
      int length = text.codePointCount(0, text.length());
      if (length < shortest) {
        return place.fault("too_short",
            "Must have at least " + shortest + (shortest == 1 ? " character." : " characters."));
      }
      if (length > longest) {
        return place.fault("too_long", "Must have at most " + longest + " characters.");
      }
      return wellFormed(text, place);
    });
  }

  static FieldDecoder<Integer> integer(int lowest, int highest) {
    Schema schema = Schema.ofType("integer").with("format", "int32").with("minimum", lowest).with("maximum", highest);
    return of(schema, (value, place) -> {
      if (!value.isNumber() || !isWhole(value.getBigDecimalValue())) {
        return place.fault("wrong_type", "Must be a whole number.");
      }
      BigDecimal number = value.getBigDecimalValue();
      return number.compareTo(BigDecimal.valueOf(lowest)) < 0 || number.compareTo(BigDecimal.valueOf(highest)) > 0
          ? place.fault("out_of_range", "Must be from " + lowest + " to " + highest + ".")
          : Optional.of(number.intValueExact());
    });
  }

  /** Returns whether the fraction is zero in any notation: 3, 3.0, 30e-1. JSON Schema defines integers alike. */
  private static boolean isWhole(BigDecimal number) {
    return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
  }

  /** Decodes one of a few values by its label. */
  static <T> FieldDecoder<T> oneOf(T[] values, Function<? super T, String> label) {
    List<String> labels = Arrays.stream(values).<String>map(label).toList();
    FieldDecoder<T> labelled = TEXT.as(
        text -> Arrays.stream(values).filter(value -> label.apply(value).equals(text)).findFirst(),
        "not_one_of",
        "Must be one of: " + String.join(", ", labels) + ".");
    return of(Schema.ofType("string").with("enum", labels), labelled);
  }

  static <T> FieldDecoder<List<T>> list(FieldDecoder<T> items, int fewest, int most) {
    return new DocumentedDecoder<>((value, place) -> {
      if (!value.isArray()) {
        return place.fault("wrong_type", "Must be an array.");
      }
      if (value.size() < fewest || value.size() > most) {
        return place.fault("out_of_range", "Must have " + fewest + " to " + most + " items.");
      }
      List<T> read = new ArrayList<>();
      int index = 0;
      for (JsonNode item : value.values()) {
        items.read(item, place.item(index++)).ifPresent(read::add);
      }
      return place.isFaulty() ? Optional.empty() : Optional.of(read);
    }, () -> Schema.array(items.schema()).with("minItems", fewest).with("maxItems", most));
  }

  static <T> FieldDecoder<T> object(ObjectDecoder<T> shape) {
    return new DocumentedDecoder<>(
        (value, place) -> JsonBody.decode(shape, value, place, ResourceMembers.NONE),
        () -> JsonObjectReader.schema(shape));
  }

  /** Decodes an object whose member names the client chooses. */
  static <T> FieldDecoder<Map<String, T>> dictionary(FieldDecoder<T> values) {
    return new DocumentedDecoder<>((value, place) -> {
      if (!value.isObject()) {
        return place.fault("wrong_type", "Must be an object.");
      }
      Map<String, T> read = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> member : value.entries()) {
        JsonPath there = place.member(member.getKey());
        wellFormed(member.getKey(), there);
        values.read(member.getValue(), there).ifPresent(found -> read.put(member.getKey(), found));
      }
      return place.isFaulty() ? Optional.empty() : Optional.of(read);
    }, () -> Schema.dictionary(values.schema()));
  }

  private static Optional<String> wellFormed(String text, JsonPath place) {
    return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
        ? Optional.of(text)
        : place.fault("not_text", "Contains an unpaired UTF-16 surrogate. Send whole characters.");
  }
}
