package dev.latchkey.adapters.dashboard.frame;

import java.time.Instant;

/** The clock by which pages determine what has expired and what is not yet valid. */
@FunctionalInterface
public interface PresentTime {

  Instant now();
}
