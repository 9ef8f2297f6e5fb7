package dev.latchkey.adapters.rest.kit.input;

import dev.latchkey.adapters.rest.kit.answer.Problem;

/** A part of a request as a value, or the problem with it. */
public sealed interface Input<T> {

  record Usable<T>(T value) implements Input<T> {}

  record Unusable<T>(Problem problem) implements Input<T> {}
}
