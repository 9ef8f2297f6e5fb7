package dev.latchkey.domain.tenant;

import dev.latchkey.domain.Violation;

/** The reason why a text cannot become a password. There are no composition rules (NIST SP 800-63B, 3.1.1.2). */
public enum PasswordFault implements PasswordReading {
  TOO_SHORT("invalid_password", "Must have at least " + ChosenPassword.SHORTEST + " characters."),
  TOO_LONG("invalid_password", "Must have at most " + Password.LONGEST + " characters."),
  COMMON("too_common", "Is on the list of common passwords, which attackers try first. Choose another one."),
  REPETITIVE("too_common", "Repeats the same characters. Choose another one."),
  PERSONAL(
      "too_personal",
      "Consists mostly of the e-mail address, the tenant's name or the word Latchkey. Choose another one.");

  private static final String FIELD = "password";

  private final String code;
  private final String message;

  PasswordFault(String code, String message) {
    this.code = code;
    this.message = message;
  }

  /** Returns the violation of the field {@code password}. */
  public Violation fault() {
    return new Violation(FIELD, code, message);
  }
}
