package dev.latchkey.contracts.support;

import dev.latchkey.domain.Name;
import dev.latchkey.domain.campaign.CallingEntity;
import dev.latchkey.domain.campaign.CampaignPlan;
import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.campaign.DialerType;
import dev.latchkey.domain.campaign.Dialing;
import dev.latchkey.domain.campaign.Schedule;
import dev.latchkey.domain.campaign.TimeZoneName;
import dev.latchkey.domain.campaign.WebhookAddress;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Samples of campaign plans, from minimal to complete. */
public final class PlanSamples {

  /** A plan with only the required fields. */
  public static final CampaignPlan LEAST = new CampaignPlan(
      new Name("Hotline"),
      CampaignType.INBOUND,
      new Dialing(
          "assistant", "provider", DialerType.SINGLE, Optional.empty(), Optional.empty(), Optional.empty()),
      Schedule.EMPTY,
      false,
      Optional.empty());

  /** A plan with every field. */
  public static final CampaignPlan FULLEST = new CampaignPlan(
      new Name("Spring \ud83c\udf31 caf\u00e9 cafe\u0301"),
      CampaignType.OUTBOUND,
      new Dialing(
          "7f3c1f6e-Assistant-\u00e9",
          "7F3C1F6E-provider",
          DialerType.POOL,
          Optional.of(CallingEntity.SQUAD),
          Optional.of("number-1"),
          Optional.of("Pool-1")),
      new Schedule(
          Optional.of(LocalDate.of(2026, 3, 29)),
          Optional.of(LocalDate.of(2026, 10, 25)),
          Optional.of(new TimeZoneName("Europe/Berlin")),
          Set.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.SUNDAY),
          // This time does not exist in Berlin on the start date.
          Optional.of(LocalTime.of(2, 30)),
          Optional.of(LocalTime.of(23, 59, 59)),
          OptionalInt.of(5),
          OptionalInt.of(2),
          OptionalInt.of(180)),
      true,
      Optional.of(new WebhookAddress("https://Hooks.shop.example:8443/Calls%20in?x=%E2%82%AC&y=1#f")));

  /** A plan with about half of the fields: present and absent fields must not be confused. */
  public static final CampaignPlan HALF = new CampaignPlan(
      new Name("Half"),
      CampaignType.INBOUND,
      new Dialing(
          "assistant",
          "provider",
          DialerType.POOL,
          Optional.of(CallingEntity.ASSISTANT),
          Optional.empty(),
          Optional.of("pool")),
      new Schedule(
          Optional.empty(),
          Optional.of(LocalDate.of(2099, 12, 31)),
          Optional.of(new TimeZoneName("Asia/Kathmandu")),
          Set.of(DayOfWeek.TUESDAY),
          Optional.of(LocalTime.MIDNIGHT),
          Optional.empty(),
          OptionalInt.empty(),
          OptionalInt.of(1),
          OptionalInt.empty()),
      true,
      Optional.empty());

  private PlanSamples() {}
}
