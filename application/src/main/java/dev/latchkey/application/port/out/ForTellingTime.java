package dev.latchkey.application.port.out;

import java.time.Instant;

/** The wall clock. */
public interface ForTellingTime {

  /** Returns the current time in UTC, in whole microseconds, which is the precision of the store. */
  Instant now();
}
