package dev.latchkey.domain.access;

import java.util.Optional;

/** What is known of a key without looking it up. */
public sealed interface CacheLookup {

  /** The key with its tenant; empty where it is known that there is none. */
  record Hit(Optional<StoredKey> credential) implements CacheLookup {}

  /** It takes a look-up to tell. */
  record Miss() implements CacheLookup {}
}
