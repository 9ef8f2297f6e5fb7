package dev.latchkey.adapters.persistence;

import dev.latchkey.domain.Name;
import dev.latchkey.domain.campaign.CallingEntity;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.campaign.CampaignPlan;
import dev.latchkey.domain.campaign.CampaignStatus;
import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.campaign.DialerType;
import dev.latchkey.domain.campaign.Dialing;
import dev.latchkey.domain.campaign.Schedule;
import dev.latchkey.domain.campaign.TimeZoneName;
import dev.latchkey.domain.campaign.WebhookAddress;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.TenantId;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.stream.Collectors;

/** A campaign as a row. */
final class CampaignRow {

  private CampaignRow() {}

  static Columns columns(Campaign campaign) {
    CampaignPlan plan = campaign.plan();
    Dialing dialing = plan.dialing();
    Schedule schedule = plan.schedule();
    return new Columns()
        .with("id", campaign.id())
        .with("tenant_id", campaign.tenant())
        .with("name", plan.name().value())
        .with("type", plan.type())
        .with("status", campaign.status())
        .with("assistant_id", dialing.assistantId())
        .with("tenant_voice_provider_id", dialing.tenantVoiceProviderId())
        .with("dialer_type", dialing.dialerType())
        .with("calling_entity", dialing.callingEntity())
        .with("phone_number_id", dialing.phoneNumberId())
        .with("phone_number_pool_id", dialing.phoneNumberPoolId())
        .with("start_date", schedule.startDate())
        .with("end_date", schedule.endDate())
        .with("timezone", schedule.timezone().map(TimeZoneName::value))
        .with("days_of_week", schedule.daysOfWeek().stream().map(DayOfWeek::name).toArray(String[]::new))
        .with("daily_start_time", schedule.dailyStartTime())
        .with("daily_end_time", schedule.dailyEndTime())
        .with("max_call_attempts", schedule.maxCallAttempts())
        .with("max_daily_attempts", schedule.maxDailyAttempts())
        .with("min_gap_between_attempts", schedule.minGapBetweenAttempts())
        .with("voicemail_counts_as_answered", plan.considerVoicemailAsAnswered())
        .with("webhook_url", plan.webhookUrl().map(WebhookAddress::value))
        .with("created_at", campaign.createdAt())
        .with("updated_at", campaign.updatedAt())
        .with("version", campaign.version());
  }

  static Campaign read(Row row) throws SQLException {
    return new Campaign(
        new CampaignId(row.number("id")),
        new TenantId(row.number("tenant_id")),
        new CampaignPlan(
            new Name(row.text("name")),
            row.word("type", CampaignType.class),
            dialing(row),
            schedule(row),
            row.flag("voicemail_counts_as_answered"),
            row.perhapsText("webhook_url").map(WebhookAddress::new)),
        row.word("status", CampaignStatus.class),
        row.moment("created_at"),
        row.moment("updated_at"),
        row.number("version"));
  }

  private static Dialing dialing(Row row) throws SQLException {
    return new Dialing(
        row.text("assistant_id"),
        row.text("tenant_voice_provider_id"),
        row.word("dialer_type", DialerType.class),
        row.perhapsText("calling_entity").map(CallingEntity::valueOf),
        row.perhapsText("phone_number_id"),
        row.perhapsText("phone_number_pool_id"));
  }

  private static Schedule schedule(Row row) throws SQLException {
    return new Schedule(
        row.perhaps("start_date", LocalDate.class),
        row.perhaps("end_date", LocalDate.class),
        row.perhapsText("timezone").map(TimeZoneName::new),
        row.texts("days_of_week").stream().map(DayOfWeek::valueOf).collect(Collectors.toSet()),
        row.perhaps("daily_start_time", LocalTime.class),
        row.perhaps("daily_end_time", LocalTime.class),
        row.perhapsInt("max_call_attempts"),
        row.perhapsInt("max_daily_attempts"),
        row.perhapsInt("min_gap_between_attempts"));
  }
}
