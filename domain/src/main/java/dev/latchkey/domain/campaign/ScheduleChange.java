package dev.latchkey.domain.campaign;

import dev.latchkey.domain.FieldUpdate;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A partial update of the schedule. Fields that it does not name keep their values. The first and the last day never
 * change.
 */
public record ScheduleChange(
    FieldUpdate<Optional<TimeZoneName>> timezone,
    FieldUpdate<Set<DayOfWeek>> daysOfWeek,
    FieldUpdate<Optional<LocalTime>> dailyStartTime,
    FieldUpdate<Optional<LocalTime>> dailyEndTime,
    FieldUpdate<OptionalInt> maxCallAttempts,
    FieldUpdate<OptionalInt> maxDailyAttempts,
    FieldUpdate<OptionalInt> minGapBetweenAttempts) {

  public static final ScheduleChange NONE = new ScheduleChange(
      FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(),
      FieldUpdate.keep(), FieldUpdate.keep());

  Schedule of(Schedule current) {
    return new Schedule(
        current.startDate(),
        current.endDate(),
        timezone.of(current.timezone()),
        daysOfWeek.of(current.daysOfWeek()),
        dailyStartTime.of(current.dailyStartTime()),
        dailyEndTime.of(current.dailyEndTime()),
        maxCallAttempts.of(current.maxCallAttempts()),
        maxDailyAttempts.of(current.maxDailyAttempts()),
        minGapBetweenAttempts.of(current.minGapBetweenAttempts()));
  }
}
