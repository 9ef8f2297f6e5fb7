package dev.latchkey.adapters.system;

import dev.latchkey.application.port.out.ForHashingPasswords;
import dev.latchkey.domain.tenant.Password;
import dev.latchkey.domain.tenant.PasswordHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes passwords with Argon2id (Bouncy Castle) in the PHC string format: 19 MiB, 2 rounds, 1 lane (OWASP Password
 * Storage Cheat Sheet).
 */
public final class Argon2Passwords implements ForHashingPasswords {

  private static final Pattern PHC = Pattern
      .compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([^$]+)\\$([^$]+)");

  private static final int MEMORY_KIB = 19_456;
  private static final int ROUNDS = 2;
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final Semaphore atOnce;
  private final PasswordHash nobodys = encoded(new byte[SALT_BYTES], new byte[HASH_BYTES]);

  /**
   * Limits concurrent computations to the number of processors: more would not be faster, and each needs its own
   * memory.
   */
  public Argon2Passwords() {
    this(new Semaphore(Runtime.getRuntime().availableProcessors(), true));
  }

  Argon2Passwords(Semaphore atOnce) {
    this.atOnce = atOnce;
  }

  @Override
  public PasswordHash hash(Password password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return encoded(salt, derived(password, salt, MEMORY_KIB, ROUNDS, LANES, HASH_BYTES));
  }

  @Override
  public boolean matches(Password password, Optional<PasswordHash> hash) {
    Matcher parts = PHC.matcher(hash.orElse(nobodys).encoded());
    if (!parts.matches()) {
      throw new IllegalStateException("A stored password hash is not Argon2id in PHC format");
    }
    byte[] expected = Base64.getDecoder().decode(parts.group(5));
    byte[] actual = derived(
        password,
        Base64.getDecoder().decode(parts.group(4)),
        Integer.parseInt(parts.group(1)),
        Integer.parseInt(parts.group(2)),
        Integer.parseInt(parts.group(3)),
        expected.length);
    return MessageDigest.isEqual(expected, actual) && hash.isPresent();
  }

  private byte[] derived(Password password, byte[] salt, int memory, int rounds, int lanes, int length) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memory)
            .withIterations(rounds)
            .withParallelism(lanes)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[length];
    atOnce.acquireUninterruptibly();
    try {
      generator.generateBytes(password.reveal().getBytes(StandardCharsets.UTF_8), hash);
    } finally {
      atOnce.release();
    }
    return hash;
  }

  private static PasswordHash encoded(byte[] salt, byte[] hash) {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return new PasswordHash(
        "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + ROUNDS + ",p=" + LANES
            + "$" + base64.encodeToString(salt) + "$" + base64.encodeToString(hash));
  }
}
