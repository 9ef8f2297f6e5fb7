package dev.latchkey.adapters.persistence;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.domain.campaign.Schedule;
import dev.latchkey.domain.campaign.TimeZoneName;
import io.micronaut.serde.annotation.Serdeable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** When and how often a campaign may call. Dates and times are in ISO 8601. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record ScheduleDocument(
    @Nullable String startDate,
    @Nullable String endDate,
    @Nullable String timezone,
    List<DayOfWeek> daysOfWeek,
    @Nullable String dailyStartTime,
    @Nullable String dailyEndTime,
    @Nullable Integer maxCallAttempts,
    @Nullable Integer maxDailyAttempts,
    @Nullable Integer minGapBetweenAttempts) {

  static ScheduleDocument from(Schedule schedule) {
    return new ScheduleDocument(
        schedule.startDate().map(LocalDate::toString).orElse(null),
        schedule.endDate().map(LocalDate::toString).orElse(null),
        schedule.timezone().map(TimeZoneName::value).orElse(null),
        schedule.daysOfWeek().stream().sorted().toList(),
        schedule.dailyStartTime().map(LocalTime::toString).orElse(null),
        schedule.dailyEndTime().map(LocalTime::toString).orElse(null),
        boxed(schedule.maxCallAttempts()),
        boxed(schedule.maxDailyAttempts()),
        boxed(schedule.minGapBetweenAttempts()));
  }

  Schedule toSchedule() {
    return new Schedule(
        Optional.ofNullable(startDate).map(LocalDate::parse),
        Optional.ofNullable(endDate).map(LocalDate::parse),
        Optional.ofNullable(timezone).map(TimeZoneName::new),
        Set.copyOf(daysOfWeek),
        Optional.ofNullable(dailyStartTime).map(LocalTime::parse),
        Optional.ofNullable(dailyEndTime).map(LocalTime::parse),
        unboxed(maxCallAttempts),
        unboxed(maxDailyAttempts),
        unboxed(minGapBetweenAttempts));
  }

  private static @Nullable Integer boxed(OptionalInt number) {
    return number.isPresent() ? number.getAsInt() : null;
  }

  private static OptionalInt unboxed(@Nullable Integer number) {
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
