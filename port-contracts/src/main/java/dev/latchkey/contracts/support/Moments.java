package dev.latchkey.contracts.support;

import java.time.Instant;
import java.util.List;

/** Moments that are easily spoilt on the way into a store and back. */
public final class Moments {

  public static final Instant NOW = Instant.parse("2026-03-14T12:00:00.123456Z");

  public static final List<Instant> DELICATE = List.of(
      NOW,
      Instant.parse("2026-01-01T00:00:00.000001Z"),
      Instant.parse("2026-06-30T23:59:59.999999Z"),
      // In Berlin both of these are half past two, and the next one follows a half past one that is not followed by two.
      Instant.parse("2026-10-25T00:30:00.5Z"),
      Instant.parse("2026-10-25T01:30:00.5Z"),
      Instant.parse("2026-03-29T01:00:00Z"),
      // Later than 32 bits of seconds reach.
      Instant.parse("2099-12-31T23:59:59.999999Z"));

  private Moments() {}
}
