package dev.latchkey.adapters.rest.resource;

import dev.latchkey.adapters.rest.input.Kind;
import dev.latchkey.adapters.rest.input.ObjectReader;
import dev.latchkey.domain.Edit;
import dev.latchkey.domain.campaign.Schedule;
import dev.latchkey.domain.campaign.ScheduleChange;
import dev.latchkey.domain.campaign.TimeZoneName;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What is sent about when a campaign may call. */
final class ScheduleInput {

  private static final Pattern DATE = Pattern.compile("[1-9]\\d{3}-\\d{2}-\\d{2}");
  private static final Pattern TIME = Pattern.compile("\\d{2}:\\d{2}(:\\d{2})?");

  private static final Kind<LocalDate> DAY = Kind.TEXT.as(written(DATE, LocalDate::parse), "invalid_date",
      "Must be a date such as 2030-01-31.").format("date");

  private static final Kind<LocalTime> TIME_OF_DAY = Kind.TEXT.as(written(TIME, LocalTime::parse), "invalid_time",
      "Must be a time of day such as 09:00 or 09:00:00.");

  private static final Kind<TimeZoneName> ZONE = zone(Optional.empty());

  private static final Kind<Set<DayOfWeek>> DAYS = Kind
      .list(Kind.oneOf(DayOfWeek.values(), Enum::name), 1, DayOfWeek.values().length).map(Set::copyOf);

  // How low a number may be is the domain's to say.
  private static final Kind<Integer> NUMBER = Kind.integer(Integer.MIN_VALUE, Integer.MAX_VALUE);

  private ScheduleInput() {}

  static Schedule read(ObjectReader campaign) {
    return new Schedule(
        campaign.optional("start_date", DAY),
        campaign.optional("end_date", DAY),
        campaign.optional("timezone", ZONE),
        campaign.optional("days_of_week", DAYS).orElse(Set.of()),
        campaign.optional("daily_start_time", TIME_OF_DAY),
        campaign.optional("daily_end_time", TIME_OF_DAY),
        number(campaign, "max_call_attempts"),
        number(campaign, "max_daily_attempts"),
        number(campaign, "min_gap_between_attempts"));
  }

  static ScheduleChange readChange(ObjectReader campaign, Schedule current) {
    return new ScheduleChange(
        campaign.clearable("timezone", zone(current.timezone())),
        campaign.clearable("days_of_week", DAYS).map(days -> days.orElse(Set.of())),
        campaign.clearable("daily_start_time", TIME_OF_DAY),
        campaign.clearable("daily_end_time", TIME_OF_DAY),
        numberChange(campaign, "max_call_attempts"),
        numberChange(campaign, "max_daily_attempts"),
        numberChange(campaign, "min_gap_between_attempts"));
  }

  private static Edit<OptionalInt> numberChange(ObjectReader campaign, String name) {
    return campaign.clearable(name, NUMBER).map(ScheduleInput::asInt);
  }

  private static OptionalInt asInt(Optional<Integer> number) {
    return number.stream().mapToInt(Integer::intValue).findFirst();
  }

  private static OptionalInt number(ObjectReader campaign, String name) {
    return asInt(campaign.optional(name, NUMBER));
  }

  /** A name of the IANA list, or the stored one, whether it is on the list or not. */
  private static Kind<TimeZoneName> zone(Optional<TimeZoneName> stored) {
    return Kind.TEXT.as(
        text -> stored.filter(name -> name.value().equals(text)).or(() -> TimeZoneName.of(text)),
        "invalid_timezone",
        "Must be a name of the IANA time zone database, such as Europe/Berlin.").example("Europe/Berlin");
  }

  private static <T> Function<String, Optional<T>> written(Pattern pattern, Function<String, T> parse) {
    return text -> {
      try {
        return pattern.matcher(text).matches() ? Optional.of(parse.apply(text)) : Optional.empty();
      } catch (DateTimeException notOnTheCalendar) {
        return Optional.empty();
      }
    };
  }
}
