package dev.latchkey.domain.access;

import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.RateLimit;
import dev.latchkey.domain.key.RateVerdict;
import java.util.Optional;

/**
 * The facts that an access decision needs, loaded from the store where necessary. Each method is called at most once
 * per decision.
 */
public interface AccessFacts extends CachedAccessFacts {

  /** Returns the key with its tenant; empty if no such key exists. */
  Optional<StoredKey> credential(KeyId id);

  /** Counts the request against the key's rate limit. Called only if the key has one. */
  RateVerdict count(KeyId key, RateLimit limit);
}
