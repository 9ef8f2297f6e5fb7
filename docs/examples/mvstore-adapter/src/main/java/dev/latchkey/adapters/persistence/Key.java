package dev.latchkey.adapters.persistence;

import dev.latchkey.domain.id.Id;

/**
 * A key in a map, such as {@code /0000000000000000017/0000000000000000042}. Numbers have leading zeros, so that texts
 * are in the order of the numbers.
 */
record Key(String text) {

  static final Key ROOT = new Key("");

  private static final int MOST_DIGITS = 19;
  private static final char SEPARATOR = '/';

  /** The character after the separator: no key under a parent is greater than the parent with this character. */
  private static final char AFTER_SEPARATOR = SEPARATOR + 1;

  static Key of(Id id) {
    return ROOT.then(id);
  }

  Key then(Id id) {
    return then(id.value());
  }

  Key then(long number) {
    String digits = Long.toString(number);
    return then("0".repeat(MOST_DIGITS - digits.length()) + digits);
  }

  Key then(String part) {
    return new Key(text + SEPARATOR + part);
  }

  /** The lower bound of all keys under this one. */
  String low() {
    return text + SEPARATOR;
  }

  /** The upper bound of all keys under this one. */
  String high() {
    return text + AFTER_SEPARATOR;
  }
}
