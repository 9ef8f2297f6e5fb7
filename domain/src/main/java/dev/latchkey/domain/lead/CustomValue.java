package dev.latchkey.domain.lead;

import java.math.BigDecimal;

/** The value of a client-defined field of a lead. */
public sealed interface CustomValue {

  record Text(String value) implements CustomValue {}

  /** A number. Numerically equal numbers are equal: {@code 1.0} and {@code 1} are the same. */
  record Numeric(BigDecimal value) implements CustomValue {
    public Numeric {
      value = value.stripTrailingZeros();
    }
  }

  record Flag(boolean value) implements CustomValue {}

  /** Returns the value as text. Texts are not unique: the number 1 and the text "1" have the same one. */
  default String text() {
    return switch (this) {
      case Text(String value) -> value;
      case Numeric(BigDecimal value) -> value.toString();
      case Flag(boolean value) -> Boolean.toString(value);
    };
  }
}
