package dev.latchkey.adapters.rest.kit.answer;

import java.time.Instant;

/** The wall clock by which the records in responses state what is in force. */
@FunctionalInterface
public interface RecordClock {

  Instant now();
}
