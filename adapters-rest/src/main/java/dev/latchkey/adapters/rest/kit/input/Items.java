package dev.latchkey.adapters.rest.kit.input;

import dev.latchkey.adapters.rest.kit.answer.InputFault;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Items of an array in their order, each validated separately, so that an invalid item does not affect the others. */
public record Items<T>(List<Item<T>> all) {

  static final int FEWEST = 1;
  static final int MOST = 1000;

  /** Returns the schema of an array of such items. */
  public static Schema schema(Schema item) {
    return Schema.array(item).with("minItems", FEWEST).with("maxItems", MOST);
  }

  /** One item. */
  public sealed interface Item<T> {

    /** Returns the index in the array, from 0. */
    int index();

    JsonNode sent();

    /** Returns the text that was sent as a member; empty if there is none. */
    default Optional<String> text(String member) {
      return Optional.of(sent())
          .filter(JsonNode::isObject)
          .flatMap(object -> Optional.ofNullable(object.get(member)))
          .flatMap(value -> FieldDecoder.TEXT.read(value, JsonPath.top(false)));
    }
  }

  /** A valid item. */
  public record Fit<T>(int index, JsonNode sent, T value) implements Item<T> {}

  /** An invalid item with at least one field error; the pointers start at the item. */
  public record Unfit<T>(int index, JsonNode sent, List<InputFault> faults) implements Item<T> {}

  static <T> Items<T> decode(JsonNode array, ObjectDecoder<T> shape, Function<JsonNode, ResourceMembers> resource) {
    List<Item<T>> items = new ArrayList<>();
    for (JsonNode item : array.values()) {
      items.add(decode(items.size(), item, shape, resource.apply(item)));
    }
    return new Items<>(items);
  }

  private static <T> Item<T> decode(int index, JsonNode sent, ObjectDecoder<T> shape, ResourceMembers resource) {
    JsonPath top = JsonPath.top(false);
    Optional<T> read = JsonBody.decode(shape, sent, top, resource);
    return read.isPresent() && top.faults().isEmpty()
        ? new Fit<>(index, sent, read.get())
        : new Unfit<>(index, sent, top.faults());
  }

  /** Returns the values of all valid items, in the order of the array. */
  public List<T> values() {
    List<T> values = new ArrayList<>();
    for (Item<T> item : all) {
      if (item instanceof Fit<T> sound) {
        values.add(sound.value());
      }
    }
    return values;
  }

  public List<Unfit<T>> unfit() {
    List<Unfit<T>> unfit = new ArrayList<>();
    for (Item<T> item : all) {
      if (item instanceof Unfit<T> faulty) {
        unfit.add(faulty);
      }
    }
    return unfit;
  }

  /**
   * Returns a result for every item, in the order of the array.
   *
   * @param outcomes the outcome of each valid item, in the order of {@link #values}
   */
  public <O, R> List<R> results(List<O> outcomes, BiFunction<Fit<T>, O, R> used, Function<Unfit<T>, R> unused) {
    Iterator<O> next = outcomes.iterator();
    List<R> results = new ArrayList<>();
    for (Item<T> item : all) {
      results.add(switch (item) {
        case Fit<T> sound -> used.apply(sound, next.next());
        case Unfit<T> faulty -> unused.apply(faulty);
      });
    }
    return results;
  }
}
