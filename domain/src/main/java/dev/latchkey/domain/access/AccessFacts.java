package dev.latchkey.domain.access;

import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.RateLimit;
import dev.latchkey.domain.key.RateVerdict;
import java.util.Optional;

/** What the decision asks for, waiting for the store where that is needed: each at most once. */
public interface AccessFacts extends CachedAccessFacts {

  /** The key of that id with its tenant; empty where there is none. */
  Optional<StoredKey> credential(KeyId id);

  /** Counts the request against the key's rate limit. Asked only where the key has one. */
  RateVerdict count(KeyId key, RateLimit limit);
}
