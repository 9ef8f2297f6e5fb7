package dev.latchkey.adapters.rest.kit.answer;

import java.time.Instant;

/** Wall clock that determines the state of the records in responses. */
@FunctionalInterface
public interface RecordClock {

  Instant now();
}
