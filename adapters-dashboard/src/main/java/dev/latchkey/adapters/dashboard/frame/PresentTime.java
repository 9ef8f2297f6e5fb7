package dev.latchkey.adapters.dashboard.frame;

import java.time.Instant;

/** The time by which pages tell what is over and what is yet to begin. */
@FunctionalInterface
public interface PresentTime {

  Instant now();
}
