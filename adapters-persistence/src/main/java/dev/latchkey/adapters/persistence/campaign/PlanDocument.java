package dev.latchkey.adapters.persistence.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.adapters.persistence.jdbc.Json;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.campaign.CallingEntity;
import dev.latchkey.domain.campaign.CampaignPlan;
import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.campaign.DialerType;
import dev.latchkey.domain.campaign.Dialing;
import dev.latchkey.domain.campaign.WebhookAddress;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The document in {@code campaign.plan}: the parts of a plan that have no column. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PlanDocument(DialingDocument dialing, ScheduleDocument schedule, boolean voicemailCounts,
    @Nullable String webhook) {

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

  public static PlanDocument from(CampaignPlan plan) {
    return new PlanDocument(
        DialingDocument.from(plan.dialing()),
        ScheduleDocument.from(plan.schedule()),
        plan.considerVoicemailAsAnswered(),
        plan.webhookUrl().map(WebhookAddress::value).orElse(null));
  }

  public static PlanDocument fromJson(String json) {
    return Json.read(json, PlanDocument.class);
  }

  public String toJson() {
    return Json.write(this);
  }

  public CampaignPlan toPlan(Name name, CampaignType type) {
    return new CampaignPlan(
        name,
        type,
        dialing.toDialing(),
        schedule.toSchedule(),
        voicemailCounts,
        Optional.ofNullable(webhook).map(WebhookAddress::new));
  }
}
