package dev.latchkey.adapters.rest.kit.input;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Decoder of times that can be stored: four-digit years, and no finer precision than that of the store. */
final class Timestamps {

  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

  private Timestamps() {}

  static Optional<Instant> read(String text) {
    try {
      Instant moment = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
      return moment.isBefore(EARLIEST) || moment.isAfter(LATEST) ? Optional.empty() : Optional.of(moment);
    } catch (DateTimeException notAMoment) {
      return Optional.empty();
    }
  }
}
