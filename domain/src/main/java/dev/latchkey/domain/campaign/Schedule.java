package dev.latchkey.domain.campaign;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * When and how often a campaign may call. An outbound campaign has every field except the end date.
 *
 * @param daysOfWeek empty if not given
 * @param minGapBetweenAttempts in minutes
 */
public record Schedule(
    Optional<LocalDate> startDate,
    Optional<LocalDate> endDate,
    Optional<TimeZoneName> timezone,
    Set<DayOfWeek> daysOfWeek,
    Optional<LocalTime> dailyStartTime,
    Optional<LocalTime> dailyEndTime,
    OptionalInt maxCallAttempts,
    OptionalInt maxDailyAttempts,
    OptionalInt minGapBetweenAttempts) {

  public static final Schedule EMPTY = new Schedule(
      Optional.empty(),
      Optional.empty(),
      Optional.empty(),
      Set.of(),
      Optional.empty(),
      Optional.empty(),
      OptionalInt.empty(),
      OptionalInt.empty(),
      OptionalInt.empty());

  public Schedule {
    daysOfWeek = Set.copyOf(daysOfWeek);
  }
}
