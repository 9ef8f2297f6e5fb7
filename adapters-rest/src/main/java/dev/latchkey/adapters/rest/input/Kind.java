package dev.latchkey.adapters.rest.input;

import dev.latchkey.domain.Name;
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
import java.util.stream.Collectors;

/** A kind of value that a member can have. */
@FunctionalInterface
public interface Kind<T> {

  Kind<Boolean> FLAG = (value, place) -> value.isBoolean()
      ? Optional.of(value.getBooleanValue())
      : place.fault("wrong_type", "It is true or false.");

  Kind<String> TEXT = text(0, Integer.MAX_VALUE);

  Kind<Name> NAME = TEXT.as(Name::of, "invalid_name", "It has 1 to 100 printable characters.");

  Kind<Instant> MOMENT = TEXT.as(Moments::read, "invalid_time",
      "It is a time of RFC 3339, such as 2030-01-31T12:00:00Z.");

  /** The value; empty where it is not of this kind, which is noted at its place. */
  Optional<T> read(JsonNode value, Place place);

  /** The values of this kind that can be made into something narrower. */
  default <R> Kind<R> as(Function<? super T, Optional<R>> narrower, String code, String message) {
    return (value, place) -> {
      Optional<T> wide = read(value, place);
      return wide.isEmpty() ? Optional.empty() : narrower.apply(wide.get()).or(() -> place.fault(code, message));
    };
  }

  /** The values of this kind, put otherwise. */
  default <R> Kind<R> map(Function<? super T, ? extends R> change) {
    return (value, place) -> read(value, place).map(change);
  }

  /** The values of this kind that take no more bytes than that when they are written as JSON. */
  default Kind<T> noLargerThan(int bytes) {
    return (value, place) -> JsonText.write(value).length <= bytes
        ? read(value, place)
        : place.fault("too_large", "It takes at most " + bytes + " bytes.");
  }

  /** Text, in characters as people count them. */
  static Kind<String> text(int shortest, int longest) {
    return (value, place) -> {
      if (!value.isString()) {
        return place.fault("wrong_type", "It is a string.");
      }
      String text = value.getStringValue();
      int length = text.codePointCount(0, text.length());
      if (length < shortest) {
        return place.fault("too_short", "It has at least " + shortest + " characters.");
      }
      if (length > longest) {
        return place.fault("too_long", "It has at most " + longest + " characters.");
      }
      return isWellFormed(text) ? Optional.of(text) : place.fault("not_text", "It holds half of a character.");
    };
  }

  static Kind<Integer> integer(int lowest, int highest) {
    return (value, place) -> {
      if (!value.isNumber() || value.getNumberValue() instanceof BigDecimal) {
        return place.fault("wrong_type", "It is a whole number.");
      }
      return Optional.of(value.getNumberValue())
          .filter(Integer.class::isInstance)
          .map(Number::intValue)
          .filter(number -> number >= lowest && number <= highest)
          .or(() -> place.fault("out_of_range", "It is from " + lowest + " to " + highest + "."));
    };
  }

  /** One of a few values, each under its label. */
  static <T> Kind<T> oneOf(T[] values, Function<? super T, String> label) {
    String labels = Arrays.stream(values).map(label).collect(Collectors.joining(", "));
    return TEXT.as(
        text -> Arrays.stream(values).filter(value -> label.apply(value).equals(text)).findFirst(),
        "not_one_of",
        "It is one of: " + labels + ".");
  }

  static <T> Kind<List<T>> list(Kind<T> items, int fewest, int most) {
    return (value, place) -> {
      if (!value.isArray()) {
        return place.fault("wrong_type", "It is an array.");
      }
      if (value.size() < fewest || value.size() > most) {
        return place.fault("out_of_range", "It has " + fewest + " to " + most + " items.");
      }
      List<T> read = new ArrayList<>();
      int index = 0;
      for (JsonNode item : value.values()) {
        items.read(item, place.item(index++)).ifPresent(read::add);
      }
      return place.isFaulty() ? Optional.empty() : Optional.of(read);
    };
  }

  static <T> Kind<T> object(Shape<T> shape) {
    return (value, place) -> {
      if (!value.isObject()) {
        return place.fault("wrong_type", "It is an object.");
      }
      ObjectReader reader = new ObjectReader(value, place);
      Optional<T> read = shape.read(reader);
      reader.finish();
      return read;
    };
  }

  /** An object whose members have names of the client's own. */
  static <T> Kind<Map<String, T>> dictionary(Kind<T> values) {
    return (value, place) -> {
      if (!value.isObject()) {
        return place.fault("wrong_type", "It is an object.");
      }
      Map<String, T> read = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> member : value.entries()) {
        Place there = place.member(member.getKey());
        if (!isWellFormed(member.getKey())) {
          there.fault("not_text", "Its name holds half of a character.");
        }
        values.read(member.getValue(), there).ifPresent(found -> read.put(member.getKey(), found));
      }
      return place.isFaulty() ? Optional.empty() : Optional.of(read);
    };
  }

  private static boolean isWellFormed(String text) {
    return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
