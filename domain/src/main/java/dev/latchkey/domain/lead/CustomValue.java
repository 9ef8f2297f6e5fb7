package dev.latchkey.domain.lead;

import java.math.BigDecimal;

/** A value that a client keeps with a lead under a name of its own. */
public sealed interface CustomValue {

  record Text(String value) implements CustomValue {}

  /** A number, kept with the value that was sent: {@code 1.0} and {@code 1} are the same. */
  record Numeric(BigDecimal value) implements CustomValue {
    public Numeric {
      value = value.stripTrailingZeros();
    }
  }

  record Flag(boolean value) implements CustomValue {}

  /** The value as text, which is not unique: the number 1 and the text "1" read the same. */
  default String text() {
    return switch (this) {
      case Text(String value) -> value;
      case Numeric(BigDecimal value) -> value.toString();
      case Flag(boolean value) -> Boolean.toString(value);
    };
  }
}
