package dev.latchkey.domain.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.latchkey.domain.Fault;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.TenantId;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
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
    Optional<ZoneId> timezone = Optional.of(ZoneId.of("Europe/Berlin"));
    Set<DayOfWeek> days = Set.of(DayOfWeek.MONDAY);
    Optional<LocalTime> dailyStart = Optional.of(LocalTime.of(9, 0));
    Optional<LocalTime> dailyEnd = Optional.of(LocalTime.of(9, 1));
    OptionalInt attempts = OptionalInt.of(1);
    OptionalInt dailyAttempts = OptionalInt.of(1);
    OptionalInt gap = OptionalInt.of(3);
    Optional<URI> webhook = Optional.of(URI.create("https://shop.example/calls"));

    CampaignPlan plan() {
      return new CampaignPlan(
          new Name("Spring"),
          type,
          new Dialing("assistant", "provider", dialer, Optional.empty(), Optional.empty(), pool),
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
        Schedule.UNSAID,
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
  @ValueSource(strings = {"http://shop.example/", "ftp://shop.example/", "/calls", "shop.example", "httpsx://shop"})
  void aWebhookIsReachedByHttps(String address) {
    draft.webhook = Optional.of(URI.create(address));
    draft.assertFault("webhook_url", "not_https");
  }

  @Test
  void theSchemeOfAWebhookMayBeWrittenInAnyCase() {
    draft.webhook = Optional.of(URI.create("HTTPS://shop.example/"));
    assertThat(draft.plan().faults()).isEmpty();
  }

  @Test
  void allFaultsAreToldAtOnce() {
    draft.startDate = Optional.empty();
    draft.dailyEnd = draft.dailyStart;
    draft.gap = OptionalInt.of(-1);
    draft.dialer = DialerType.SINGLE;
    draft.webhook = Optional.of(URI.create("http://shop.example/"));

    assertThat(draft.plan().faults()).extracting(Fault::field)
        .containsExactly(
            "start_date",
            "daily_end_time",
            "min_gap_between_attempts",
            "phone_number_pool_id",
            "webhook_url");
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
}
