package dev.latchkey.domain.campaign;

import dev.latchkey.domain.Name;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.VisibleText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The settings of a campaign. A plan may be unsound; only a sound one becomes a campaign.
 *
 * @param considerVoicemailAsAnswered whether reaching a voicemail ends the attempts
 * @param webhookUrl the address that call events are sent to
 */
public record CampaignPlan(
    Name name,
    CampaignType type,
    Dialing dialing,
    Schedule schedule,
    boolean considerVoicemailAsAnswered,
    Optional<WebhookAddress> webhookUrl) {

  /** Maximum length of an external id, in characters. */
  public static final int LONGEST_REFERENCE = 255;

  public static final int SHORTEST_GAP_IN_MINUTES = 3;

  private static final Violation ENDS_TOO_EARLY = new Violation(
      "daily_end_time", "not_after_start", "Must be after the daily start time.");

  private static final Violation POOL_NOT_ALLOWED = new Violation(
      "phone_number_pool_id", "not_allowed", "Requires the dialer type POOL. Leave it out, or change the dialer type.");

  /** Returns the faults of a new plan: its own, and ids with invisible characters. */
  public List<Violation> faultsWhenMade() {
    return faultsWhenChosen(List.of());
  }

  /**
   * Returns the faults of a plan that replaces another one. Ids that both plans share are not validated again. A fault
   * between two fields is reported at the changed field.
   */
  public List<Violation> faultsAfter(CampaignPlan before) {
    return faultsWhenChosen(before.dialing().references().values()).stream()
        .map(fault -> atChangedField(fault, before))
        .toList();
  }

  private List<Violation> faultsWhenChosen(Collection<String> kept) {
    List<Violation> faults = new ArrayList<>(faults());
    dialing.references().forEach((field, reference) -> {
      if (isFit(reference) && !kept.contains(reference) && reference.codePoints().anyMatch(VisibleText::isHidden)) {
        faults.add(new Violation(
            field, "invalid_reference", "Contains an invisible character, such as U+200B. Remove it."));
      }
    });
    return List.copyOf(faults);
  }

  /** Returns all faults of the plan, each with its field. */
  public List<Violation> faults() {
    List<Violation> faults = new ArrayList<>();
    if (type == CampaignType.OUTBOUND) {
      missing("start_date", schedule.startDate().isEmpty(), faults);
      missing("timezone", schedule.timezone().isEmpty(), faults);
      missing("days_of_week", schedule.daysOfWeek().isEmpty(), faults);
      missing("daily_start_time", schedule.dailyStartTime().isEmpty(), faults);
      missing("daily_end_time", schedule.dailyEndTime().isEmpty(), faults);
      missing("max_call_attempts", schedule.maxCallAttempts().isEmpty(), faults);
      missing("max_daily_attempts", schedule.maxDailyAttempts().isEmpty(), faults);
      missing("min_gap_between_attempts", schedule.minGapBetweenAttempts().isEmpty(), faults);
    }
    notAfter(faults);
    tooLow("max_call_attempts", schedule.maxCallAttempts(), 1, faults);
    tooLow("max_daily_attempts", schedule.maxDailyAttempts(), 1, faults);
    tooLow("min_gap_between_attempts", schedule.minGapBetweenAttempts(), SHORTEST_GAP_IN_MINUTES, faults);
    if (dialing.phoneNumberPoolId().isPresent() && dialing.dialerType() != DialerType.POOL) {
      faults.add(POOL_NOT_ALLOWED);
    }
    dialing.references().forEach((field, reference) -> unfit(field, reference, faults));
    return List.copyOf(faults);
  }

  private Violation atChangedField(Violation fault, CampaignPlan before) {
    if (fault.equals(ENDS_TOO_EARLY) && schedule.dailyEndTime().equals(before.schedule.dailyEndTime())) {
      return new Violation("daily_start_time", "not_before_end", "Must be before the daily end time.");
    }
    if (fault.equals(POOL_NOT_ALLOWED) && dialing.phoneNumberPoolId().equals(before.dialing.phoneNumberPoolId())) {
      return new Violation("dialer_type", "not_allowed",
          "Must be POOL while the campaign has a phone_number_pool_id. Keep POOL, or set that to null too.");
    }
    return fault;
  }

  private void notAfter(List<Violation> faults) {
    if (schedule.startDate().isPresent()
        && schedule.endDate().isPresent()
        && !schedule.endDate().get().isAfter(schedule.startDate().get())) {
      faults.add(new Violation("end_date", "not_after_start", "Must be after the start date."));
    }
    if (schedule.dailyStartTime().isPresent()
        && schedule.dailyEndTime().isPresent()
        && !schedule.dailyEndTime().get().isAfter(schedule.dailyStartTime().get())) {
      faults.add(ENDS_TOO_EARLY);
    }
  }

  private static void missing(String field, boolean absent, List<Violation> faults) {
    if (absent) {
      faults.add(new Violation(field, "required", "Is missing. An OUTBOUND campaign requires it."));
    }
  }

  private static void unfit(String field, String reference, List<Violation> faults) {
    if (!isFit(reference)) {
      faults.add(
          new Violation(field, "invalid_reference", "Must have 1 to " + LONGEST_REFERENCE + " printable characters."));
    }
  }

  /** Checks the rule for every stored id. New ids must have no invisible characters at all. */
  private static boolean isFit(String reference) {
    int characters = reference.codePointCount(0, reference.length());
    return characters >= 1 && characters <= LONGEST_REFERENCE
        && reference.codePoints().allMatch(c -> switch (Character.getType(c)) {
          case Character.CONTROL, Character.SURROGATE -> false;
          default -> true;
        });
  }

  private static void tooLow(String field, OptionalInt number, int lowest, List<Violation> faults) {
    if (number.isPresent() && number.getAsInt() < lowest) {
      faults.add(new Violation(field, "too_low", "Must be at least " + lowest + "."));
    }
  }
}
