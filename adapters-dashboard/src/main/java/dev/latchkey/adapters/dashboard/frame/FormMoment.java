package dev.latchkey.adapters.dashboard.frame;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Parses a date and time of a form, in UTC. */
public final class FormMoment {

  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  private FormMoment() {}

  /**
   * Parses an optional field; empty where it is not a valid moment. The result for an empty field contains an empty
   * moment.
   */
  public static Optional<Optional<Instant>> read(String typed) {
    if (typed.isEmpty()) {
      return Optional.of(Optional.empty());
    }
    try {
      Instant moment = LocalDateTime.parse(typed).toInstant(ZoneOffset.UTC);
      return moment.isAfter(Instant.EPOCH) && moment.isBefore(LATEST)
          ? Optional.of(Optional.of(moment))
          : Optional.empty();
    } catch (DateTimeParseException notAMoment) {
      return Optional.empty();
    }
  }
}
