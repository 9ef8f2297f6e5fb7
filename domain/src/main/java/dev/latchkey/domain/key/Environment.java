package dev.latchkey.domain.key;

import java.util.Arrays;
import java.util.Optional;

/** What a key is used for, so that a tenant keeps them apart; part of the key's text. */
public enum Environment {
  LIVE("live"),
  STAGING("staging"),
  DEV("dev");

  private final String label;

  Environment(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  public static Optional<Environment> labelled(String label) {
    return Arrays.stream(values()).filter(e -> e.label.equals(label)).findFirst();
  }
}
