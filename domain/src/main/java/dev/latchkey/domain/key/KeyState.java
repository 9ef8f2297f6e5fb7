package dev.latchkey.domain.key;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a key is worth at a moment, computed from its switch and its period; in the order in which it is judged. */
public enum KeyState {
  /** Switched off, whatever its period. */
  DISABLED,
  /** Before the start of its period. */
  NOT_YET_VALID,
  /** After the end of its period, which rotation also sets. */
  EXPIRED,
  /** None of the above. The tenant or the address may still be refused. */
  IN_FORCE;

  /** The name in the API, for example {@code in_force}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<KeyState> labelled(String label) {
    return Arrays.stream(values()).filter(state -> state.label().equals(label)).findFirst();
  }
}
