package dev.latchkey.domain.tenant;

import java.util.Optional;

/** A password in clear text, to be hashed or compared. Never shown and never stored. */
public final class Password {

  /**
   * Maximum length in characters (code points). OWASP ASVS 5, 6.2.9 requires at least 64; the limit prevents denial of
   * service by hashing.
   */
  public static final int LONGEST = 256;

  private final String text;

  private Password(String text) {
    this.text = text;
  }

  /** Accepts a password for signing in, with any length up to the limit; empty if it cannot be right. */
  public static Optional<Password> presented(String text) {
    return text.isEmpty() || text.length() > 2 * LONGEST ? Optional.empty() : Optional.of(new Password(text));
  }

  /** Returns the text of the password, for hashing. */
  public String reveal() {
    return text;
  }

  @Override
  public String toString() {
    return "Password[…]";
  }
}
