package dev.latchkey.application.port.out;

import dev.latchkey.domain.key.KeySecret;
import dev.latchkey.domain.key.Seal;
import java.util.Optional;
import java.util.Set;

/** Secrets made storable: HMAC-SHA-256 under a versioned pepper that is not in the store. */
public interface ForSealingKeys {

  /** Seals a secret under the current pepper. The same secret under the same pepper gives the same seal. */
  Seal seal(KeySecret secret);

  /**
   * Whether the secret is the sealed one, under whichever pepper the seal was made, compared in constant time. An
   * absent seal, and one whose pepper is not known here, takes the same work and never matches.
   */
  boolean matches(KeySecret secret, Optional<Seal> seal);

  /** The versions of the peppers that are known here. */
  Set<String> pepperVersions();

  /**
   * A value by which two servers see whether they have the same pepper under a version that is known here. Neither the
   * pepper nor a seal can be computed from it.
   */
  String checkValue(String pepperVersion);
}
