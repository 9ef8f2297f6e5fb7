package dev.latchkey.adapters.system;

import dev.latchkey.application.port.out.ForMintingKeys;
import dev.latchkey.domain.key.format.KeySecret;
import dev.latchkey.domain.tenant.SessionToken;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Generates secrets from the platform's strong random source. */
public final class RandomSecrets implements ForMintingKeys {

  private static final int SESSION_TOKEN_BYTES = 32;

  private final SecureRandom random = new SecureRandom();

  @Override
  public KeySecret secret() {
    return KeySecret.drawn(random::nextInt);
  }

  @Override
  public SessionToken sessionToken() {
    byte[] bytes = new byte[SESSION_TOKEN_BYTES];
    random.nextBytes(bytes);
    return new SessionToken(HexFormat.of().formatHex(bytes));
  }
}
