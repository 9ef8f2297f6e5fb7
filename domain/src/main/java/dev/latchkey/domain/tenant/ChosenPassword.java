package dev.latchkey.domain.tenant;

import java.util.function.Predicate;

/**
 * A password that may be set: 8 to 256 characters, not a common password, not a repetition, and not derived from public
 * facts about the member. Created only by {@link #read}, so that no other password can be set.
 */
public final class ChosenPassword implements PasswordReading {

  /** Minimum length in characters (code points); OWASP ASVS 5, 6.2.1. */
  public static final int SHORTEST = 8;

  private final Password password;

  private ChosenPassword(Password password) {
    this.password = password;
  }

  /**
   * Validates a new password.
   *
   * @param owner the member who will sign in with it
   * @param common whether a password is on the list of common passwords
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

  // A text that occurs in its own double before the middle is a repetition of one part.
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
