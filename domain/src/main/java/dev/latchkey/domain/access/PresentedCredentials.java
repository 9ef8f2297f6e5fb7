package dev.latchkey.domain.access;

import dev.latchkey.domain.key.CredentialFault;
import dev.latchkey.domain.key.PresentedKey;

/** What a request brings to prove who it is. */
public sealed interface PresentedCredentials {

  /** The longest {@code Authorization} header that is read, in characters. */
  int LONGEST = 512;

  record Missing() implements PresentedCredentials {}

  record Malformed(CredentialFault fault) implements PresentedCredentials {}

  record Bearer(PresentedKey key) implements PresentedCredentials {}
}
