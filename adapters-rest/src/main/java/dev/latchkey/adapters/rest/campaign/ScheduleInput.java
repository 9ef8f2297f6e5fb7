package dev.latchkey.adapters.rest.campaign;

import dev.latchkey.adapters.rest.field.UpdateReader;
import dev.latchkey.adapters.rest.kit.input.FieldDecoder;
import dev.latchkey.adapters.rest.kit.input.JsonObjectReader;
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.campaign.CampaignPlan;
import dev.latchkey.domain.campaign.Schedule;
import dev.latchkey.domain.campaign.ScheduleChange;
import dev.latchkey.domain.campaign.TimeZoneName;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Decoder of the schedule of a campaign. */
final class ScheduleInput {

  private static final Pattern DATE = Pattern.compile("[1-9]\\d{3}-\\d{2}-\\d{2}");
  private static final Pattern TIME = Pattern.compile("\\d{2}:\\d{2}(:\\d{2})?");

  private static final FieldDecoder<LocalDate> DAY = FieldDecoder.TEXT
      .as(written(DATE, LocalDate::parse), "invalid_date",
          "Must be a date such as 2030-01-31.")
      .format("date");

  private static final FieldDecoder<LocalTime> TIME_OF_DAY = FieldDecoder.TEXT
      .as(written(TIME, LocalTime::parse), "invalid_time",
          "Must be a time of day such as 09:00 or 09:00:00.")
      .described("pattern", "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$");

  private static final FieldDecoder<TimeZoneName> ZONE = zone(Optional.empty());

  private static final FieldDecoder<Set<DayOfWeek>> DAYS = FieldDecoder
      .list(FieldDecoder.oneOf(DayOfWeek.values(), Enum::name), 1, DayOfWeek.values().length).map(Set::copyOf);

  // The domain enforces the lower bound of a number.
  private static final FieldDecoder<Integer> NUMBER = FieldDecoder.integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
  private static final FieldDecoder<Integer> ATTEMPTS = NUMBER.described("minimum", 1);
  private static final FieldDecoder<Integer> GAP = NUMBER.described("minimum", CampaignPlan.SHORTEST_GAP_IN_MINUTES);

  /** Additional schema rules for a campaign of the type OUTBOUND. */
  static final Map<String, Object> REQUIRED = required(Map.of(
      "start_date", "string", "timezone", "string", "days_of_week", "array", "daily_start_time", "string",
      "daily_end_time", "string", "max_call_attempts", "integer", "max_daily_attempts", "integer",
      "min_gap_between_attempts", "integer"));

  private ScheduleInput() {}

  static Schedule read(JsonObjectReader campaign) {
    return new Schedule(
        campaign.optional("start_date", DAY),
        campaign.optional("end_date", DAY),
        campaign.optional("timezone", ZONE),
        campaign.optional("days_of_week", DAYS).orElse(Set.of()),
        campaign.optional("daily_start_time", TIME_OF_DAY),
        campaign.optional("daily_end_time", TIME_OF_DAY),
        number(campaign, "max_call_attempts", ATTEMPTS),
        number(campaign, "max_daily_attempts", ATTEMPTS),
        number(campaign, "min_gap_between_attempts", GAP));
  }

  static ScheduleChange readChange(UpdateReader update, Schedule current) {
    return new ScheduleChange(
        update.clearable("timezone", zone(current.timezone())),
        update.clearable("days_of_week", DAYS).map(days -> days.orElse(Set.of())),
        update.clearable("daily_start_time", TIME_OF_DAY),
        update.clearable("daily_end_time", TIME_OF_DAY),
        numberChange(update, "max_call_attempts", ATTEMPTS),
        numberChange(update, "max_daily_attempts", ATTEMPTS),
        numberChange(update, "min_gap_between_attempts", GAP));
  }

  private static FieldUpdate<OptionalInt> numberChange(UpdateReader update, String name,
      FieldDecoder<Integer> kind) {
    return update.clearable(name, kind).map(ScheduleInput::asInt);
  }

  private static OptionalInt asInt(Optional<Integer> number) {
    return number.stream().mapToInt(Integer::intValue).findFirst();
  }

  private static OptionalInt number(JsonObjectReader campaign, String name, FieldDecoder<Integer> kind) {
    return asInt(campaign.optional(name, kind));
  }

  /** Returns a JSON Schema that requires members which are not null. Sorted, so that it is the same in every run. */
  private static Map<String, Object> required(Map<String, String> types) {
    SortedMap<String, Object> properties = new TreeMap<>();
    types.forEach((name, type) -> properties.put(name, Map.of("type", type)));
    SortedMap<String, Object> schema = new TreeMap<>();
    schema.put("properties", properties);
    schema.put("required", List.copyOf(properties.keySet()));
    return schema;
  }

  /** Decodes a name of the IANA list, or the stored one, even if it is not on the list. */
  private static FieldDecoder<TimeZoneName> zone(Optional<TimeZoneName> stored) {
    return FieldDecoder.TEXT.as(
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
