package dev.latchkey.adapters.rest.kit.answer;

/** Data with something in it that is shown this once and never again. */
public interface ShownOnce {

  /** What may be told again. */
  Object withoutSecret();
}
