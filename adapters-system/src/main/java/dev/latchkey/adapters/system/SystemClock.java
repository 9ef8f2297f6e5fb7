package dev.latchkey.adapters.system;

import dev.latchkey.application.port.out.ForTellingTime;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The machine's wall clock. */
public final class SystemClock implements ForTellingTime {

  private final Clock clock = Clock.systemUTC();

  @Override
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
