package dev.latchkey.domain.key.format;

import java.nio.charset.StandardCharsets;
import java.util.function.IntUnaryOperator;

/**
 * The part of a key that authenticates its holder: 32 base62 characters, 190 bits. Never stored and never shown twice.
 */
public final class KeySecret {

  static final int LENGTH = 32;

  private final String text;

  KeySecret(String text) {
    if (text.length() != LENGTH || !Base62.areDigits(text)) {
      throw new IllegalArgumentException("A secret has " + LENGTH + " base62 characters");
    }
    this.text = text;
  }

  /**
   * Generates a secret.
   *
   * @param random returns an unpredictable, uniformly distributed number from 0 up to its argument, exclusive
   */
  public static KeySecret drawn(IntUnaryOperator random) {
    StringBuilder text = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      text.append(Base62.ALPHABET.charAt(random.applyAsInt(Base62.ALPHABET.length())));
    }
    return new KeySecret(text.toString());
  }

  /** Returns the secret's bytes, for sealing. */
  public byte[] reveal() {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  String text() {
    return text;
  }

  @Override
  public String toString() {
    return "KeySecret[…]";
  }
}
