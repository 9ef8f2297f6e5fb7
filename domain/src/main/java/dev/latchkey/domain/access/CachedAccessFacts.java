package dev.latchkey.domain.access;

import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.KeySecret;
import dev.latchkey.domain.key.RateLimit;
import dev.latchkey.domain.key.RateVerdict;
import dev.latchkey.domain.key.Seal;
import java.util.Optional;

/** What the decision asks for, as far as it can be known without waiting for anything. */
public interface CachedAccessFacts {

  /** What is known of the key of that id. */
  CacheLookup recall(KeyId id);

  /**
   * The seal that the key had when it was last looked up; empty where that is not known. It may be out of date: it shows who
   * comes with the key's secret, and admits no request.
   */
  Optional<Seal> lastSeal(KeyId id);

  /** Whether the secret is the sealed one. An absent seal takes the same time and never matches. */
  boolean matches(KeySecret secret, Optional<Seal> seal);

  /** Counts the request against the key's rate limit; empty, with nothing counted, where that would have to wait. */
  Optional<RateVerdict> countAtOnce(KeyId key, RateLimit limit);
}
