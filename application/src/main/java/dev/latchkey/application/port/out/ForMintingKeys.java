package dev.latchkey.application.port.out;

import dev.latchkey.domain.key.format.KeySecret;
import dev.latchkey.domain.tenant.SessionToken;

/** Unguessable secrets from a cryptographically strong source. */
public interface ForMintingKeys {

  /**
   * Returns a new secret in which every base62 digit is equally likely at every position. Concurrent callers get
   * different secrets.
   */
  KeySecret secret();

  /** Returns a new session token of at least 128 bits. */
  SessionToken sessionToken();
}
