package dev.latchkey.domain;

import java.util.function.Function;

/** The update of one field: keep the current value, or set a new one. */
public sealed interface FieldUpdate<T> {

  /** The request did not name the field. */
  record Keep<T>() implements FieldUpdate<T> {}

  /** The request named the field; a value that can be cleared is an {@code Optional}. */
  record To<T>(T value) implements FieldUpdate<T> {}

  static <T> FieldUpdate<T> keep() {
    return new Keep<>();
  }

  static <T> FieldUpdate<T> to(T value) {
    return new To<>(value);
  }

  /** Returns the same update of the converted value. */
  default <R> FieldUpdate<R> map(Function<? super T, ? extends R> change) {
    return switch (this) {
      case Keep<T>() -> keep();
      case To<T>(T value) -> to(change.apply(value));
    };
  }

  /** Returns the value of the field after the update. */
  default T of(T current) {
    return switch (this) {
      case Keep<T>() -> current;
      case To<T>(T value) -> value;
    };
  }
}
