package dev.latchkey.adapters.rest.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.adapters.rest.field.StoredMembers;
import dev.latchkey.adapters.rest.kit.input.ResourceMembers;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.campaign.CampaignPlan;
import dev.latchkey.domain.campaign.Dialing;
import dev.latchkey.domain.campaign.Schedule;
import dev.latchkey.domain.campaign.TimeZoneName;
import dev.latchkey.domain.campaign.WebhookAddress;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A campaign with all its fields: those of a list item under the names of the list, and every field under the name
 * under which it is sent. A field that is not set is null.
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
record CampaignDetailsJson(
    String campaignId,
    String campaignName,
    String campaignType,
    String campaignStatus,
    String name,
    String type,
    String assistantId,
    String tenantVoiceProviderId,
    String dialerType,
    @Nullable String vapiCallingEntity,
    @Nullable String phoneNumberId,
    @Nullable String phoneNumberPoolId,
    @Nullable String startDate,
    @Nullable String endDate,
    @Nullable String timezone,
    @Nullable List<String> daysOfWeek,
    @Nullable String dailyStartTime,
    @Nullable String dailyEndTime,
    @Nullable Integer maxCallAttempts,
    @Nullable Integer maxDailyAttempts,
    @Nullable Integer minGapBetweenAttempts,
    boolean considerVoicemailAsAnswered,
    @Nullable String webhookUrl,
    Instant createdAt,
    Instant updatedAt) {

  /** Members of a new campaign; those that the request does not accept are set by the server only. */
  static final ResourceMembers NEW = ResourceMembers.setByServer(CampaignDetailsJson.class);

  /** Returns the members of a stored campaign. Its status also has the short name {@code status}. */
  static ResourceMembers stored(JsonMapper mapper, Campaign campaign) {
    return StoredMembers.of(mapper, of(campaign)).starting("status", campaign.status().name());
  }

  static CampaignDetailsJson of(Campaign campaign) {
    CampaignJson listed = CampaignJson.of(campaign);
    CampaignPlan plan = campaign.plan();
    Dialing dialing = plan.dialing();
    Schedule schedule = plan.schedule();
    return new CampaignDetailsJson(
        listed.campaignId(),
        listed.campaignName(),
        listed.campaignType(),
        listed.campaignStatus(),
        listed.campaignName(),
        listed.campaignType(),
        dialing.assistantId(),
        dialing.tenantVoiceProviderId(),
        dialing.dialerType().name(),
        dialing.callingEntity().map(Enum::name).orElse(null),
        dialing.phoneNumberId().orElse(null),
        dialing.phoneNumberPoolId().orElse(null),
        schedule.startDate().map(LocalDate::toString).orElse(null),
        schedule.endDate().map(LocalDate::toString).orElse(null),
        schedule.timezone().map(TimeZoneName::value).orElse(null),
        days(schedule),
        time(schedule.dailyStartTime()),
        time(schedule.dailyEndTime()),
        number(schedule.maxCallAttempts()),
        number(schedule.maxDailyAttempts()),
        number(schedule.minGapBetweenAttempts()),
        plan.considerVoicemailAsAnswered(),
        plan.webhookUrl().map(WebhookAddress::value).orElse(null),
        campaign.createdAt(),
        campaign.updatedAt());
  }

  private static @Nullable List<String> days(Schedule schedule) {
    return schedule.daysOfWeek().isEmpty()
        ? null
        : schedule.daysOfWeek().stream().sorted().map(Enum::name).toList();
  }

  /** Formats a time with its seconds, even if they are zero. */
  private static @Nullable String time(Optional<LocalTime> time) {
    return time.map(DateTimeFormatter.ISO_LOCAL_TIME::format).orElse(null);
  }

  private static @Nullable Integer number(OptionalInt number) {
    return number.isPresent() ? number.getAsInt() : null;
  }
}
