package dev.latchkey.domain.access;

import dev.latchkey.domain.key.PlainKey;

/** What credentials read as, without any look-up: steps 1 to 3 of the decision. */
sealed interface ParsedCredentials permits ParsedCredentials.Key, Refusal {

  /** A key of the right format, of which nothing is known yet. */
  record Key(PlainKey plain) implements ParsedCredentials {}
}
