package dev.latchkey.domain.key;

import java.util.Arrays;
import java.util.Optional;

/** What a key is used for, so that a tenant keeps them apart; part of the key's text. */
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

  /** How a key of this environment begins. */
  String prefix() {
    return prefix;
  }

  public static Optional<Environment> labelled(String label) {
    return Arrays.stream(values()).filter(e -> e.label.equals(label)).findFirst();
  }
}
