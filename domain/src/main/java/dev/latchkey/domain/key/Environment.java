package dev.latchkey.domain.key;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a key is used for, so that a tenant keeps them apart; part of the key's text. The order of the constants, from
 * the highest to the lowest, decides what a key may hand on.
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

  /** Whether a key of this environment may hand on a key of the other one: its own or a lower one. */
  boolean covers(Environment other) {
    return compareTo(other) <= 0;
  }

  /** How a key of this environment begins. */
  String prefix() {
    return prefix;
  }

  public static Optional<Environment> labelled(String label) {
    return Arrays.stream(values()).filter(e -> e.label.equals(label)).findFirst();
  }
}
