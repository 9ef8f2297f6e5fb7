package dev.latchkey.adapters.rest.kit.input;

import dev.latchkey.adapters.rest.kit.answer.Problem;
import io.micronaut.http.HttpResponse;
import java.util.function.Function;

/** A part of a request as a value, or the problem with it. */
public sealed interface Input<T> {

  record Usable<T>(T value) implements Input<T> {}

  record Unusable<T>(Problem problem) implements Input<T> {}

  /** Continues with the value, unless there is a problem already. */
  default <R> Input<R> reading(Function<? super T, Input<R>> next) {
    return switch (this) {
      case Usable<T>(T value) -> next.apply(value);
      case Unusable<T>(Problem problem) -> new Unusable<>(problem);
    };
  }

  /** Returns the response for the value, or for the problem. */
  default HttpResponse<?> answer(Function<? super T, ? extends HttpResponse<?>> use) {
    return switch (this) {
      case Usable<T>(T value) -> use.apply(value);
      case Unusable<T>(Problem problem) -> problem.response();
    };
  }
}
