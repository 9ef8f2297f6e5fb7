package dev.latchkey.domain.access;

import java.util.Optional;

/** The result of looking a key up in the cache. */
public sealed interface CacheLookup {

  /** The key with its tenant; empty if the key is known not to exist. */
  record Hit(Optional<StoredKey> credential) implements CacheLookup {}

  /** The cache has no valid entry; the store has to be queried. */
  record Miss() implements CacheLookup {}
}
