package dev.latchkey.domain.access;

import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.KeySecret;
import dev.latchkey.domain.key.RateLimit;
import dev.latchkey.domain.key.RateVerdict;
import dev.latchkey.domain.key.Seal;
import java.util.Optional;

/** What the decision has to ask the world for, each at most once and only when it is needed. */
public interface Evidence {

  /** The key of that id with its tenant; empty where there is none. */
  Optional<Credential> credential(KeyId id);

  /** Whether the secret is the sealed one. An absent seal takes the same time and never matches. */
  boolean matches(KeySecret secret, Optional<Seal> seal);

  /** Counts the request against the key's rate limit. Asked only where the key has one. */
  RateVerdict count(KeyId key, RateLimit limit);
}
