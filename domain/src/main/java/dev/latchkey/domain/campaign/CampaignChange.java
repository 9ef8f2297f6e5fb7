package dev.latchkey.domain.campaign;

import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Name;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** A partial update of a campaign. Fields that it does not name keep their values. */
public record CampaignChange(
    FieldUpdate<Name> name,
    DialingChange dialing,
    ScheduleChange schedule,
    FieldUpdate<Boolean> considerVoicemailAsAnswered,
    FieldUpdate<Optional<WebhookAddress>> webhookUrl) {

  public static CampaignChange renamed(Name name) {
    return new CampaignChange(FieldUpdate.to(name), DialingChange.NONE, ScheduleChange.NONE, FieldUpdate.keep(),
        FieldUpdate.keep());
  }

  /** Returns the plan after the change, which may be unsound. */
  public CampaignPlan of(CampaignPlan current) {
    return new CampaignPlan(
        name.of(current.name()),
        current.type(),
        dialing.of(current.dialing()),
        schedule.of(current.schedule()),
        considerVoicemailAsAnswered.of(current.considerVoicemailAsAnswered()),
        webhookUrl.of(current.webhookUrl()));
  }

  /** Returns the API names of the fields that the change names. */
  public List<String> fields() {
    SequencedMap<String, FieldUpdate<?>> all = new LinkedHashMap<>();
    all.put("name", name);
    all.put("assistant_id", dialing.assistantId());
    all.put("tenant_voice_provider_id", dialing.tenantVoiceProviderId());
    all.put("dialer_type", dialing.dialerType());
    all.put("phone_number_id", dialing.phoneNumberId());
    all.put("phone_number_pool_id", dialing.phoneNumberPoolId());
    all.put("timezone", schedule.timezone());
    all.put("days_of_week", schedule.daysOfWeek());
    all.put("daily_start_time", schedule.dailyStartTime());
    all.put("daily_end_time", schedule.dailyEndTime());
    all.put("max_call_attempts", schedule.maxCallAttempts());
    all.put("max_daily_attempts", schedule.maxDailyAttempts());
    all.put("min_gap_between_attempts", schedule.minGapBetweenAttempts());
    all.put("consider_voicemail_as_answered", considerVoicemailAsAnswered);
    all.put("webhook_url", webhookUrl);
    all.values().removeIf(edit -> edit instanceof FieldUpdate.Keep<?>);
    return List.copyOf(all.sequencedKeySet());
  }
}
