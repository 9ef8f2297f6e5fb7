package dev.latchkey.domain.access;

import dev.latchkey.domain.key.format.PlainKey;

/** Credentials after steps 1 to 3 of the decision, parsed without any look-up. */
public sealed interface ParsedCredentials permits ParsedCredentials.Key, Refusal {

  /** A key in the right format that has not been looked up yet. */
  record Key(PlainKey plain) implements ParsedCredentials {}
}
