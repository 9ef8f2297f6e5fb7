package dev.latchkey.domain.key;

import dev.latchkey.domain.Name;
import java.util.Optional;

/**
 * Which keys to list.
 *
 * @param text part of the name in any case, taken in the normalised form of names; empty: any name
 */
public record KeyFilter(Optional<KeyStatus> status, Optional<Environment> environment, Optional<String> text) {

  public KeyFilter {
    text = text.map(Name::normalised).filter(part -> !part.isEmpty());
  }

  public static final KeyFilter ALL = new KeyFilter(Optional.empty(), Optional.empty(), Optional.empty());
}
