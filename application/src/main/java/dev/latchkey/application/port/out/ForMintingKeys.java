package dev.latchkey.application.port.out;

import dev.latchkey.domain.key.KeySecret;
import dev.latchkey.domain.tenant.SessionToken;

/** Secrets that nobody can guess, from a cryptographically strong source. */
public interface ForMintingKeys {

  /** A new secret with every base62 digit equally likely in every place. */
  KeySecret secret();

  /** A new session token of at least 128 bits. */
  SessionToken sessionToken();
}
