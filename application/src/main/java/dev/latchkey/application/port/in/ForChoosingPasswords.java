package dev.latchkey.application.port.in;

import dev.latchkey.domain.tenant.PasswordOwner;
import dev.latchkey.domain.tenant.PasswordReading;

/** Validates new passwords. Every operation that sets a password requires one that was validated here. */
@FunctionalInterface
public interface ForChoosingPasswords {

  /** Validates a new password for a member; returns the password or the fault. */
  PasswordReading choose(String text, PasswordOwner owner);
}
