package dev.latchkey.domain.access;

import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.KeySecret;
import dev.latchkey.domain.key.RateLimit;
import dev.latchkey.domain.key.RateVerdict;
import dev.latchkey.domain.key.Seal;
import java.util.Optional;

/** The facts that an access decision needs, as far as they are available without blocking. */
public interface CachedAccessFacts {

  /** Looks the key up in the cache. */
  CacheLookup recall(KeyId id);

  /**
   * Returns the seal that the key had at its last look-up; empty if unknown. The seal may be out of date: it identifies
   * the holder of the key's secret, and admits no request.
   */
  Optional<Seal> lastSeal(KeyId id);

  /** Whether the secret matches the seal. An absent seal takes the same time and never matches. */
  boolean matches(KeySecret secret, Optional<Seal> seal);

  /** Counts the request against the key's rate limit; empty, with nothing counted, if that would block. */
  Optional<RateVerdict> countAtOnce(KeyId key, RateLimit limit);
}
