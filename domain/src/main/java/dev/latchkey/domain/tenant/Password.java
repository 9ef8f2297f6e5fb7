package dev.latchkey.domain.tenant;

import java.util.Optional;

/** A password in the clear, on its way to being hashed or compared; never shown, never stored. */
public final class Password {

  /** In characters (code points). OWASP ASVS 5, 6.2.9 asks for 64 at least; the limit keeps hashing from being used to wear the server out. */
  public static final int LONGEST = 256;

  private final String text;

  private Password(String text) {
    this.text = text;
  }

  /** A password that somebody signs in with, whatever its length up to the limit; empty where it cannot be right. */
  public static Optional<Password> presented(String text) {
    return text.isEmpty() || text.length() > 2 * LONGEST ? Optional.empty() : Optional.of(new Password(text));
  }

  /** The password itself, for the one who hashes it. */
  public String reveal() {
    return text;
  }

  @Override
  public String toString() {
    return "Password[…]";
  }
}
