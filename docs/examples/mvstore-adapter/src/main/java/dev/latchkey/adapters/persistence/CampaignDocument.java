package dev.latchkey.adapters.persistence;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.campaign.CallingEntity;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.campaign.CampaignPlan;
import dev.latchkey.domain.campaign.CampaignStatus;
import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.campaign.DialerType;
import dev.latchkey.domain.campaign.Dialing;
import dev.latchkey.domain.campaign.WebhookAddress;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.TenantId;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A campaign as it is stored. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record CampaignDocument(
    long id,
    long tenant,
    String name,
    CampaignType type,
    CampaignStatus status,
    DialingDocument dialing,
    ScheduleDocument schedule,
    boolean voicemailCounts,
    @Nullable String webhook,
    String createdAt,
    String updatedAt,
    long version) {

  /** The assistant that calls, and the phone numbers it calls from. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record DialingDocument(
      String assistantId,
      String voiceProviderId,
      DialerType dialerType,
      @Nullable CallingEntity callingEntity,
      @Nullable String phoneNumberId,
      @Nullable String phoneNumberPoolId) {

    static DialingDocument from(Dialing dialing) {
      return new DialingDocument(
          dialing.assistantId(),
          dialing.tenantVoiceProviderId(),
          dialing.dialerType(),
          dialing.callingEntity().orElse(null),
          dialing.phoneNumberId().orElse(null),
          dialing.phoneNumberPoolId().orElse(null));
    }

    Dialing toDialing() {
      return new Dialing(
          assistantId,
          voiceProviderId,
          dialerType,
          Optional.ofNullable(callingEntity),
          Optional.ofNullable(phoneNumberId),
          Optional.ofNullable(phoneNumberPoolId));
    }
  }

  static CampaignDocument from(Campaign campaign) {
    CampaignPlan plan = campaign.plan();
    return new CampaignDocument(
        campaign.id().value(),
        campaign.tenant().value(),
        plan.name().value(),
        plan.type(),
        campaign.status(),
        DialingDocument.from(plan.dialing()),
        ScheduleDocument.from(plan.schedule()),
        plan.considerVoicemailAsAnswered(),
        plan.webhookUrl().map(WebhookAddress::value).orElse(null),
        campaign.createdAt().toString(),
        campaign.updatedAt().toString(),
        campaign.version());
  }

  Campaign toCampaign() {
    return new Campaign(
        new CampaignId(id),
        new TenantId(tenant),
        new CampaignPlan(
            new Name(name),
            type,
            dialing.toDialing(),
            schedule.toSchedule(),
            voicemailCounts,
            Optional.ofNullable(webhook).map(WebhookAddress::new)),
        status,
        Instant.parse(createdAt),
        Instant.parse(updatedAt),
        version);
  }
}
