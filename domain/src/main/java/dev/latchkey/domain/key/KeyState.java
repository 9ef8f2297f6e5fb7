package dev.latchkey.domain.key;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The state of a key at a moment, computed from its status and its period. The order of the constants is the order of
 * evaluation.
 */
public enum KeyState {
  /** Disabled, regardless of its period. */
  DISABLED,
  /** Before the start of its period. */
  NOT_YET_VALID,
  /** After the end of its period, which rotation also sets. */
  EXPIRED,
  /** None of the above. The tenant or the address may still be refused. */
  IN_FORCE;

  /** Returns the name in the API, for example {@code in_force}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<KeyState> labelled(String label) {
    return Arrays.stream(values()).filter(state -> state.label().equals(label)).findFirst();
  }
}
