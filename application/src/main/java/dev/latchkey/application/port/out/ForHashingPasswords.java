package dev.latchkey.application.port.out;

import dev.latchkey.domain.tenant.Password;
import dev.latchkey.domain.tenant.PasswordHash;
import java.util.Optional;

/**
 * Hashes of passwords for storage: Argon2id with a separate salt for each hash. Hashing is deliberately slow and is
 * never called on an event loop.
 */
public interface ForHashingPasswords {

  /**
   * Hashes a password with a new salt: the same password twice gives two different hashes. No word of the password is
   * in the hash.
   */
  PasswordHash hash(Password password);

  /** Returns whether the password matches the hash. An absent hash costs the same work and never matches. */
  boolean matches(Password password, Optional<PasswordHash> hash);
}
