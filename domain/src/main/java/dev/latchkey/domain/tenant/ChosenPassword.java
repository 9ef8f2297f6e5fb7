package dev.latchkey.domain.tenant;

import java.util.function.Predicate;

/**
 * A password that may be set: 8 to 256 characters, not a common one, no repetition of a few characters, and not made of
 * what others know of the member. Only {@link #read} makes one, so nothing else can be set anywhere.
 */
public final class ChosenPassword implements PasswordReading {

  /** In characters (code points); OWASP ASVS 5, 6.2.1. */
  public static final int SHORTEST = 8;

  private final Password password;

  private ChosenPassword(Password password) {
    this.password = password;
  }

  /**
   * Reads a password that somebody chooses.
   *
   * @param owner the member who is going to sign in with it
   * @param common tells whether a password is on the list of common ones
   */
  public static PasswordReading read(String text, PasswordOwner owner, Predicate<Password> common) {
    int characters = text.codePointCount(0, text.length());
    if (characters < SHORTEST) {
      return PasswordFault.TOO_SHORT;
    }
    if (characters > Password.LONGEST) {
      return PasswordFault.TOO_LONG;
    }
    Password password = Password.presented(text).orElseThrow();
    if (common.test(password)) {
      return PasswordFault.COMMON;
    }
    if (isRepetition(text)) {
      return PasswordFault.REPETITIVE;
    }
    return owner.isGuessedFrom(text) ? PasswordFault.PERSONAL : new ChosenPassword(password);
  }

  // A text that is found in its own double before the middle consists of one part, at least twice.
  private static boolean isRepetition(String text) {
    return (text + text).indexOf(text, 1) < text.length();
  }

  public Password password() {
    return password;
  }

  @Override
  public String toString() {
    return "ChosenPassword[…]";
  }
}
