package dev.latchkey.domain;

import java.util.function.Function;

/** What a partial update says of one field: leave it as it is, or set it to a value. */
public sealed interface FieldUpdate<T> {

  /** The field was not named. */
  record Keep<T>() implements FieldUpdate<T> {}

  /** The field was named; a value that can be cleared is an {@code Optional}. */
  record To<T>(T value) implements FieldUpdate<T> {}

  static <T> FieldUpdate<T> keep() {
    return new Keep<>();
  }

  static <T> FieldUpdate<T> to(T value) {
    return new To<>(value);
  }

  /** The same edit of what the field is made into. */
  default <R> FieldUpdate<R> map(Function<? super T, ? extends R> change) {
    return switch (this) {
      case Keep<T>() -> keep();
      case To<T>(T value) -> to(change.apply(value));
    };
  }

  /** The field after the update. */
  default T of(T current) {
    return switch (this) {
      case Keep<T>() -> current;
      case To<T>(T value) -> value;
    };
  }
}
