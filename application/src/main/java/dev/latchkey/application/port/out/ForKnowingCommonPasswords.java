package dev.latchkey.application.port.out;

import dev.latchkey.domain.tenant.Password;

/** The passwords that most people choose and that attackers therefore try first. */
@FunctionalInterface
public interface ForKnowingCommonPasswords {

  /** Whether the password is on a kept list of at least 3,000 common ones, whatever the case of its letters. */
  boolean isCommon(Password password);
}
