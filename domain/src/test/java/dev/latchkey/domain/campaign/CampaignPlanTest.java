package dev.latchkey.domain.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.latchkey.domain.Name;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.TenantId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CampaignPlanTest {

  /** A sound outbound plan to be spoilt. */
  private static final class Draft {

    CampaignType type = CampaignType.OUTBOUND;
    DialerType dialer = DialerType.POOL;
    Optional<String> pool = Optional.of("pool");
    Optional<LocalDate> startDate = Optional.of(LocalDate.of(2026, 3, 14));
    Optional<LocalDate> endDate = Optional.of(LocalDate.of(2026, 3, 15));
    Optional<TimeZoneName> timezone = Optional.of(new TimeZoneName("Europe/Berlin"));
    Set<DayOfWeek> days = Set.of(DayOfWeek.MONDAY);
    Optional<LocalTime> dailyStart = Optional.of(LocalTime.of(9, 0));
    Optional<LocalTime> dailyEnd = Optional.of(LocalTime.of(9, 1));
    OptionalInt attempts = OptionalInt.of(1);
    OptionalInt dailyAttempts = OptionalInt.of(1);
    OptionalInt gap = OptionalInt.of(3);
    Optional<WebhookAddress> webhook = Optional.of(new WebhookAddress("https://shop.example/calls"));
    String assistant = "assistant";
    String provider = "provider";
    Optional<String> number = Optional.of("number");

    CampaignPlan plan() {
      return new CampaignPlan(
          new Name("Spring"),
          type,
          new Dialing(assistant, provider, dialer, Optional.empty(), number, pool),
          new Schedule(
              startDate,
              endDate,
              timezone,
              days,
              dailyStart,
              dailyEnd,
              attempts,
              dailyAttempts,
              gap),
          false,
          webhook);
    }

    void assertFault(String field, String code) {
      assertThat(plan().faults()).extracting(fault -> fault.field() + " " + fault.code())
          .containsExactly(field + " " + code);
    }
  }

  private final Draft draft = new Draft();

  @Test
  void aPlanWhoseLimitsAreJustKeptIsSound() {
    assertThat(draft.plan().faults()).isEmpty();
  }

  @Test
  void anOutboundPlanNeedsNoEndDateAndNoWebhookAndNoPool() {
    draft.endDate = Optional.empty();
    draft.webhook = Optional.empty();
    draft.pool = Optional.empty();
    assertThat(draft.plan().faults()).isEmpty();
  }

  @Test
  void anInboundPlanNeedsNoSchedule() {
    CampaignPlan plan = new CampaignPlan(
        new Name("Hotline"),
        CampaignType.INBOUND,
        new Dialing("a", "p", DialerType.SINGLE, Optional.empty(), Optional.empty(), Optional.empty()),
        Schedule.EMPTY,
        false,
        Optional.empty());

    assertThat(plan.faults()).isEmpty();
  }

  @Test
  void anOutboundPlanNeedsAStartDate() {
    draft.startDate = Optional.empty();
    draft.assertFault("start_date", "required");
  }

  @Test
  void anOutboundPlanNeedsATimezone() {
    draft.timezone = Optional.empty();
    draft.assertFault("timezone", "required");
  }

  @Test
  void anOutboundPlanNeedsDaysOfTheWeek() {
    draft.days = Set.of();
    draft.assertFault("days_of_week", "required");
  }

  @Test
  void anOutboundPlanNeedsADailyStartTime() {
    draft.dailyStart = Optional.empty();
    draft.assertFault("daily_start_time", "required");
  }

  @Test
  void anOutboundPlanNeedsADailyEndTime() {
    draft.dailyEnd = Optional.empty();
    draft.assertFault("daily_end_time", "required");
  }

  @Test
  void anOutboundPlanNeedsTheNumberOfCallAttempts() {
    draft.attempts = OptionalInt.empty();
    draft.assertFault("max_call_attempts", "required");
  }

  @Test
  void anOutboundPlanNeedsTheNumberOfDailyAttempts() {
    draft.dailyAttempts = OptionalInt.empty();
    draft.assertFault("max_daily_attempts", "required");
  }

  @Test
  void anOutboundPlanNeedsTheGapBetweenAttempts() {
    draft.gap = OptionalInt.empty();
    draft.assertFault("min_gap_between_attempts", "required");
  }

  @Test
  void aPlanEndsAfterTheDayOnWhichItStarts() {
    draft.endDate = draft.startDate;
    draft.assertFault("end_date", "not_after_start");
  }

  @Test
  void aDayOfCallsEndsAfterItStarts() {
    draft.dailyEnd = draft.dailyStart;
    draft.assertFault("daily_end_time", "not_after_start");
  }

  @Test
  void whatAnInboundPlanSaysHasToFitTogetherToo() {
    draft.type = CampaignType.INBOUND;
    draft.endDate = draft.startDate.map(day -> day.minusDays(1));
    draft.assertFault("end_date", "not_after_start");
  }

  @Test
  void thereIsAtLeastOneCallAttempt() {
    draft.attempts = OptionalInt.of(0);
    draft.assertFault("max_call_attempts", "too_low");
  }

  @Test
  void thereIsAtLeastOneAttemptADay() {
    draft.dailyAttempts = OptionalInt.of(0);
    draft.assertFault("max_daily_attempts", "too_low");
  }

  @Test
  void attemptsAreAtLeastThreeMinutesApart() {
    draft.gap = OptionalInt.of(2);
    draft.assertFault("min_gap_between_attempts", "too_low");
  }

  @Test
  void aPhoneNumberPoolNeedsTheDialerThatUsesIt() {
    draft.dialer = DialerType.SINGLE;
    draft.assertFault("phone_number_pool_id", "not_allowed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "a\u0000", "\u007f", "\ud83c", "\udf31", "half \ud83c of it"})
  void anIdThatSomebodyElseGaveOutIsPrintable(String unfit) {
    assertEveryReferenceRefused(unfit);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u200b", "\u202eb", "a\u2028b", "\ufeffa", "\u3164", "\u2800", "a\ufe0f"})
  void idThatIsChosenHasNoHiddenCharacterAndOneThatIsKeptIsNotJudgedAnew(String hidden) {
    draft.assistant = hidden;
    CampaignPlan stored = draft.plan();

    assertThat(stored.faults()).isEmpty();
    assertThat(stored.faultsAfter(stored)).isEmpty();
    assertThat(stored.faultsWhenMade()).extracting(fault -> fault.field() + " " + fault.code())
        .containsExactly("assistant_id invalid_reference");
    draft.provider = hidden + "x";
    assertThat(draft.plan().faultsAfter(stored)).extracting(fault -> fault.field() + " " + fault.code())
        .containsExactly("tenant_voice_provider_id invalid_reference");
  }

  @Test
  void idThatIsUnfitHasOneFaultWhenItIsChosen() {
    draft.assistant = "a\u0000";
    assertThat(draft.plan().faultsWhenMade()).hasSize(1);
    assertThat(draft.plan().faultsAfter(draft.plan())).hasSize(1);
    draft.assistant = "assistant 1";
    assertThat(draft.plan().faultsWhenMade()).isEmpty();
  }

  @Test
  void anIdThatSomebodyElseGaveOutHasAtMost255Characters() {
    String longest = "\ud83c\udf31".repeat(255);
    draft.assistant = longest;
    draft.provider = longest;
    draft.number = Optional.of(longest);
    draft.pool = Optional.of(longest);
    assertThat(draft.plan().faults()).isEmpty();

    assertEveryReferenceRefused("x".repeat(256));
  }

  private void assertEveryReferenceRefused(String reference) {
    draft.assistant = reference;
    draft.provider = reference;
    draft.number = Optional.of(reference);
    draft.pool = Optional.of(reference);

    assertThat(draft.plan().faults()).extracting(fault -> fault.field() + " " + fault.code())
        .containsExactly(
            "assistant_id invalid_reference",
            "tenant_voice_provider_id invalid_reference",
            "phone_number_id invalid_reference",
            "phone_number_pool_id invalid_reference");
  }

  @Test
  void allFaultsAreReportedTogether() {
    draft.startDate = Optional.empty();
    draft.dailyEnd = draft.dailyStart;
    draft.gap = OptionalInt.of(-1);
    draft.dialer = DialerType.SINGLE;
    draft.provider = "";

    assertThat(draft.plan().faults()).extracting(Violation::field)
        .containsExactly(
            "start_date",
            "daily_end_time",
            "min_gap_between_attempts",
            "phone_number_pool_id",
            "tenant_voice_provider_id");
  }

  @Test
  void onlyASoundPlanBecomesACampaignAndThenItIsADraft() {
    Campaign campaign = Campaign.drafted(new CampaignId(1), new TenantId(2), draft.plan(), Instant.EPOCH);
    assertThat(campaign.status()).isEqualTo(CampaignStatus.DRAFT);
    assertThat(campaign.version()).isEqualTo(1);

    draft.gap = OptionalInt.empty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Campaign.drafted(new CampaignId(1), new TenantId(2), draft.plan(), Instant.EPOCH));
  }

  @Test
  void aChangedCampaignHasTheNextVersionAndTheMomentOfTheChange() {
    Instant later = Instant.EPOCH.plusSeconds(1);
    Campaign campaign = new Campaign(
        new CampaignId(1), new TenantId(2), draft.plan(), CampaignStatus.PAUSED, Instant.EPOCH, Instant.EPOCH, 7);
    draft.gap = OptionalInt.of(4);

    assertThat(campaign.changed(draft.plan(), later))
        .isEqualTo(
            new Campaign(
                campaign.id(), campaign.tenant(), draft.plan(), CampaignStatus.PAUSED, Instant.EPOCH, later, 8));
  }

  @Test
  void aCampaignIsNotChangedIntoAnUnsoundOne() {
    Campaign campaign = Campaign.drafted(new CampaignId(1), new TenantId(2), draft.plan(), Instant.EPOCH);
    draft.gap = OptionalInt.empty();

    assertThatIllegalArgumentException().isThrownBy(() -> campaign.changed(draft.plan(), Instant.EPOCH));
  }
}
