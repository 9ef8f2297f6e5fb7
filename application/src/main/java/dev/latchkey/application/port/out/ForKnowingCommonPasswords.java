package dev.latchkey.application.port.out;

import dev.latchkey.domain.tenant.Password;

/** The passwords that most people choose and that attackers therefore try first. */
@FunctionalInterface
public interface ForKnowingCommonPasswords {

  /**
   * Returns whether the password is on a list of at least 3,000 common passwords, regardless of the case of its
   * letters.
   */
  boolean isCommon(Password password);
}
