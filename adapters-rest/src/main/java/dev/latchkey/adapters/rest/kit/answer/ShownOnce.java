package dev.latchkey.adapters.rest.kit.answer;

/** Response data with a secret that is shown only once. */
public interface ShownOnce {

  /** Returns the data that a replayed response may contain. */
  Object withoutSecret();
}
