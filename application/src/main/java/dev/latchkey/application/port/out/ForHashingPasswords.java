package dev.latchkey.application.port.out;

import dev.latchkey.domain.tenant.Password;
import dev.latchkey.domain.tenant.PasswordHash;
import java.util.Optional;

/** Passwords made storable: Argon2id with a salt of their own. Slow on purpose; never called on an event loop. */
public interface ForHashingPasswords {

  /** Hashes a password with a new salt: the same password twice gives two different hashes. */
  PasswordHash hash(Password password);

  /** Whether the password is the hashed one. An absent hash takes the same work and never matches. */
  boolean matches(Password password, Optional<PasswordHash> hash);
}
