package dev.latchkey.contracts.support;

import java.time.Instant;
import java.util.List;

/** Moments that a round trip through a store easily corrupts. */
public final class Moments {

  public static final Instant NOW = Instant.parse("2026-03-14T12:00:00.123456Z");

  public static final List<Instant> DELICATE = List.of(
      NOW,
      Instant.parse("2026-01-01T00:00:00.000001Z"),
      Instant.parse("2026-06-30T23:59:59.999999Z"),
      // In Berlin both of these are half past two, and the next one is when the clock skips from two to three.
      Instant.parse("2026-10-25T00:30:00.5Z"),
      Instant.parse("2026-10-25T01:30:00.5Z"),
      Instant.parse("2026-03-29T01:00:00Z"),
      // Beyond 32 bits of seconds.
      Instant.parse("2099-12-31T23:59:59.999999Z"));

  private Moments() {}
}
