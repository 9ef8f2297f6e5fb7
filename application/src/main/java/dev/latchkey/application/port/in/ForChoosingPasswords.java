package dev.latchkey.application.port.in;

import dev.latchkey.domain.tenant.PasswordOwner;
import dev.latchkey.domain.tenant.PasswordReading;

/** Passwords that may be set. Every way of setting one takes what this gave out. */
@FunctionalInterface
public interface ForChoosingPasswords {

  /** Reads a password that somebody chooses for a member, or says why it cannot be set. */
  PasswordReading choose(String text, PasswordOwner owner);
}
