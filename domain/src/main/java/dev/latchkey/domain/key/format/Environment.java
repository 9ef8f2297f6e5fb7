package dev.latchkey.domain.key.format;

import java.util.Arrays;
import java.util.Optional;

/**
 * The environment that a key is used in, which is part of the key's text. The order of the constants, from the highest
 * to the lowest, determines the keys that a key can pass its rights on to.
 */
public enum Environment {
  LIVE("live"),
  STAGING("staging"),
  DEV("dev");

  private final String label;
  private final String prefix;

  Environment(String label) {
    this.label = label;
    this.prefix = KeyFormat.BRAND + label + KeyFormat.SEPARATOR;
  }

  public String label() {
    return label;
  }

  /** Whether a key of this environment can create or change keys of the other one: its own or a lower one. */
  public boolean covers(Environment other) {
    return compareTo(other) <= 0;
  }

  /** Returns the first characters of a key of this environment. */
  String prefix() {
    return prefix;
  }

  public static Optional<Environment> labelled(String label) {
    return Arrays.stream(values()).filter(e -> e.label.equals(label)).findFirst();
  }
}
