package dev.latchkey.domain.access;

import dev.latchkey.domain.key.format.CredentialFault;
import dev.latchkey.domain.key.format.PresentedKey;

/** The credentials that a request presents. */
public sealed interface PresentedCredentials {

  record Missing() implements PresentedCredentials {}

  record Malformed(CredentialFault fault) implements PresentedCredentials {}

  record Bearer(PresentedKey key) implements PresentedCredentials {}
}
