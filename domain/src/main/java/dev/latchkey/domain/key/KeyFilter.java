package dev.latchkey.domain.key;

import java.util.Optional;

/**
 * Which keys to list.
 *
 * @param text part of the name, in any case; empty: any name
 */
public record KeyFilter(Optional<KeyStatus> status, Optional<Environment> environment, Optional<String> text) {

  public static final KeyFilter ALL = new KeyFilter(Optional.empty(), Optional.empty(), Optional.empty());
}
