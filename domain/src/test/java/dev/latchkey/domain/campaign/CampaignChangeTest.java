package dev.latchkey.domain.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.Violation;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CampaignChangeTest {

  private static final CampaignPlan FULL = new CampaignPlan(
      new Name("Full"),
      CampaignType.INBOUND,
      new Dialing(
          "a", "p", DialerType.POOL, Optional.of(CallingEntity.SQUAD), Optional.of("number"), Optional.of("pool")),
      new Schedule(
          Optional.of(LocalDate.of(2026, 3, 14)),
          Optional.of(LocalDate.of(2026, 3, 15)),
          Optional.of(new TimeZoneName("Europe/Berlin")),
          Set.of(DayOfWeek.MONDAY),
          Optional.of(LocalTime.of(9, 0)),
          Optional.of(LocalTime.of(17, 0)),
          OptionalInt.of(4),
          OptionalInt.of(5),
          OptionalInt.of(6)),
      true,
      Optional.of(new WebhookAddress("https://shop.example/calls")));

  /** As bare as a change can leave the full one. */
  private static final CampaignPlan BARE = new CampaignPlan(
      new Name("Bare"),
      CampaignType.INBOUND,
      new Dialing(
          "a2", "p2", DialerType.SINGLE, Optional.of(CallingEntity.SQUAD), Optional.empty(), Optional.empty()),
      new Schedule(
          FULL.schedule().startDate(),
          FULL.schedule().endDate(),
          Optional.empty(),
          Set.of(),
          Optional.empty(),
          Optional.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          OptionalInt.empty()),
      false,
      Optional.empty());

  @Test
  void renamingChangesNothingElse() {
    CampaignPlan renamed = CampaignChange.renamed(new Name("New")).of(FULL);

    assertThat(renamed.name()).isEqualTo(new Name("New"));
    assertThat(CampaignChange.renamed(FULL.name()).of(renamed)).isEqualTo(FULL);
  }

  @Test
  void whatIsNamedIsSet() {
    assertThat(to(FULL).of(BARE)).isEqualTo(FULL);
  }

  @Test
  void whatIsNamedWithNothingIsCleared() {
    assertThat(to(BARE).of(FULL)).isEqualTo(BARE);
  }

  @Test
  void theTypeTheCallingEntityAndTheDatesStay() {
    CampaignPlan other = new CampaignPlan(
        FULL.name(),
        CampaignType.OUTBOUND,
        new Dialing("a", "p", DialerType.POOL, Optional.empty(), Optional.of("number"), Optional.of("pool")),
        Schedule.EMPTY,
        true,
        Optional.empty());

    CampaignPlan changed = to(FULL).of(other);

    assertThat(changed.type()).isEqualTo(CampaignType.OUTBOUND);
    assertThat(changed.dialing().callingEntity()).isEmpty();
    assertThat(changed.schedule().startDate()).isEmpty();
    assertThat(changed.schedule().endDate()).isEmpty();
  }

  @Test
  void aPoolThatStaysBehindItsDialerIsAFault() {
    DialingChange single = new DialingChange(
        FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.to(DialerType.SINGLE), FieldUpdate.keep(),
        FieldUpdate.keep());
    CampaignChange change = new CampaignChange(
        FieldUpdate.keep(), single, ScheduleChange.NONE, FieldUpdate.keep(), FieldUpdate.keep());

    assertThat(change.of(FULL).faults()).extracting(Violation::field).containsExactly("phone_number_pool_id");
    assertThat(change.of(FULL).faultsAfter(FULL)).extracting(Violation::field).containsExactly("dialer_type");
    CampaignChange both = new CampaignChange(
        FieldUpdate.keep(),
        new DialingChange(
            FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.to(DialerType.SINGLE), FieldUpdate.keep(),
            FieldUpdate.to(Optional.of("other"))),
        ScheduleChange.NONE, FieldUpdate.keep(), FieldUpdate.keep());
    assertThat(both.of(FULL).faultsAfter(FULL)).extracting(Violation::field).containsExactly("phone_number_pool_id");
  }

  @Test
  void faultBetweenStartAndEndOfTheDayIsAtTheOneThatWasChanged() {
    CampaignPlan daily = plan(LocalTime.of(9, 0), LocalTime.of(17, 0));

    assertThat(plan(LocalTime.of(18, 0), LocalTime.of(17, 0)).faultsAfter(daily))
        .extracting(Violation::field, Violation::code).containsExactly(tuple("daily_start_time", "not_before_end"));
    assertThat(plan(LocalTime.of(9, 0), LocalTime.of(8, 0)).faultsAfter(daily))
        .extracting(Violation::field, Violation::code).containsExactly(tuple("daily_end_time", "not_after_start"));
    assertThat(plan(LocalTime.of(19, 0), LocalTime.of(18, 0)).faultsAfter(daily))
        .extracting(Violation::field, Violation::code).containsExactly(tuple("daily_end_time", "not_after_start"));
  }

  @Test
  void theFieldsOfAChangeAreThoseThatItNames() {
    assertThat(CampaignChange.renamed(new Name("New")).fields()).containsExactly("name");
    assertThat(to(FULL).fields())
        .containsExactly(
            "name",
            "assistant_id",
            "tenant_voice_provider_id",
            "dialer_type",
            "phone_number_id",
            "phone_number_pool_id",
            "timezone",
            "days_of_week",
            "daily_start_time",
            "daily_end_time",
            "max_call_attempts",
            "max_daily_attempts",
            "min_gap_between_attempts",
            "consider_voicemail_as_answered",
            "webhook_url");
  }

  private static CampaignPlan plan(LocalTime start, LocalTime end) {
    Schedule daily = new Schedule(
        Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Optional.of(start), Optional.of(end),
        OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
    return new CampaignPlan(
        BARE.name(), CampaignType.INBOUND, BARE.dialing(), daily, false, Optional.empty());
  }

  private static CampaignChange to(CampaignPlan wanted) {
    Dialing dialing = wanted.dialing();
    Schedule schedule = wanted.schedule();
    return new CampaignChange(
        FieldUpdate.to(wanted.name()),
        new DialingChange(
            FieldUpdate.to(dialing.assistantId()),
            FieldUpdate.to(dialing.tenantVoiceProviderId()),
            FieldUpdate.to(dialing.dialerType()),
            FieldUpdate.to(dialing.phoneNumberId()),
            FieldUpdate.to(dialing.phoneNumberPoolId())),
        new ScheduleChange(
            FieldUpdate.to(schedule.timezone()),
            FieldUpdate.to(schedule.daysOfWeek()),
            FieldUpdate.to(schedule.dailyStartTime()),
            FieldUpdate.to(schedule.dailyEndTime()),
            FieldUpdate.to(schedule.maxCallAttempts()),
            FieldUpdate.to(schedule.maxDailyAttempts()),
            FieldUpdate.to(schedule.minGapBetweenAttempts())),
        FieldUpdate.to(wanted.considerVoicemailAsAnswered()),
        FieldUpdate.to(wanted.webhookUrl()));
  }
}
