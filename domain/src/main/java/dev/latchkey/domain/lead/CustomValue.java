package dev.latchkey.domain.lead;

import java.math.BigDecimal;
import java.util.Optional;

/** The value of a client-defined field of a lead. */
public sealed interface CustomValue {

  record Text(String value) implements CustomValue {}

  /** A number. Numerically equal numbers are equal: {@code 1.0} and {@code 1} are the same. */
  record Numeric(BigDecimal value) implements CustomValue {

    public static final int MOST_DIGITS = 34;

    /** The largest exponent, and with a minus sign the smallest. */
    public static final int FURTHEST_EXPONENT = 100;

    public Numeric {
      value = value.stripTrailingZeros();
    }
  }

  record Flag(boolean value) implements CustomValue {}

  /**
   * Reads a number; empty if it has too many digits, trailing zeros included, or too large an exponent. A few characters
   * such as 1e999999999 must not become a number that exhausts the memory.
   */
  static Optional<CustomValue> number(BigDecimal number) {
    return number.precision() <= Numeric.MOST_DIGITS && Math.abs((long) number.scale()) <= Numeric.FURTHEST_EXPONENT
        ? Optional.of(new Numeric(number))
        : Optional.empty();
  }

  /** Returns the value as text. Texts are not unique: the number 1 and the text "1" have the same one. */
  default String text() {
    return switch (this) {
      case Text(String value) -> value;
      case Numeric(BigDecimal value) -> value.toString();
      case Flag(boolean value) -> Boolean.toString(value);
    };
  }
}
