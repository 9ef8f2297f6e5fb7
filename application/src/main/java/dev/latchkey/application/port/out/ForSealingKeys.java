package dev.latchkey.application.port.out;

import dev.latchkey.domain.key.Seal;
import dev.latchkey.domain.key.format.KeySecret;
import java.util.Optional;
import java.util.Set;

/** Seals of secrets for storage: HMAC-SHA-256 with a versioned pepper that is not in the store. */
public interface ForSealingKeys {

  /**
   * Seals a secret with the current pepper. The same secret with the same pepper gives the same seal. Another secret
   * gives another seal.
   */
  Seal seal(KeySecret secret);

  /**
   * Returns whether the secret matches the seal, regardless of the pepper with which it was sealed, and compares in
   * constant time. An absent seal, or one whose pepper is unknown to this node, costs the same work and never matches.
   */
  boolean matches(KeySecret secret, Optional<Seal> seal);

  /** Returns the versions of the peppers that are known to this node. */
  Set<String> pepperVersions();

  /**
   * Returns a value by which two servers can check whether they have the same pepper for a version that is known to
   * this node. Neither the pepper nor a seal can be computed from it.
   */
  String checkValue(String pepperVersion);
}
