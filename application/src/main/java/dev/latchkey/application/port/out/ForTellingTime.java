package dev.latchkey.application.port.out;

import java.time.Instant;

/** The wall clock. */
public interface ForTellingTime {

  /** The current moment in UTC, in whole microseconds, as the store keeps it. */
  Instant now();
}
