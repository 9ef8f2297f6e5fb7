package dev.latchkey.domain.access;

import java.util.Optional;

/** What is known of a key without looking it up. */
public sealed interface Recollection {

  /** The key with its tenant; empty where it is known that there is none. */
  record Known(Optional<Credential> credential) implements Recollection {}

  /** It takes a look-up to tell. */
  record Unknown() implements Recollection {}
}
