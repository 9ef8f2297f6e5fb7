package dev.latchkey.adapters.system;

import dev.latchkey.domain.key.KeySecret;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * HMAC-SHA-256 under one pepper. One idle instance is kept for reuse, which halves the cost of a computation. At most
 * one is kept regardless of the number of threads, and no thread waits for another.
 */
final class PepperedMac {

  static final int BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";

  private final Mac pattern;
  private final AtomicReference<@Nullable Mac> idle;

  PepperedMac(Pepper pepper) {
    try {
      this.pattern = Mac.getInstance(ALGORITHM);
      pattern.init(new SecretKeySpec(pepper.bytes(), ALGORITHM));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
    }
    this.idle = new AtomicReference<>(copy());
  }

  byte[] of(KeySecret secret) {
    Mac taken = idle.getAndSet(null);
    Mac mac = taken == null ? copy() : taken;
    byte[] result = mac.doFinal(secret.reveal());
    idle.set(mac);
    return result;
  }

  private Mac copy() {
    try {
      return (Mac) pattern.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("The platform's HMAC can be copied", e);
    }
  }

  @Override
  public String toString() {
    return "PepperedMac[…]";
  }
}
