package dev.latchkey.application.usecase;

import dev.latchkey.domain.audit.FieldChanges;
import dev.latchkey.domain.audit.FieldValue;
import dev.latchkey.domain.audit.FieldValue.Flag;
import dev.latchkey.domain.audit.FieldValue.Items;
import dev.latchkey.domain.audit.FieldValue.Members;
import dev.latchkey.domain.audit.FieldValue.Reference;
import dev.latchkey.domain.audit.FieldValue.Text;
import dev.latchkey.domain.audit.FieldValue.Whole;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.campaign.Dialing;
import dev.latchkey.domain.campaign.Schedule;
import dev.latchkey.domain.campaign.WebhookAddress;
import dev.latchkey.domain.grant.CampaignRule;
import dev.latchkey.domain.grant.CampaignSelector;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.rate.RateLimit;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.Tenant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;

/** The audited fields of each kind of entity, under their names in the API. Secrets are excluded. */
final class AuditedFields {

  private AuditedFields() {}

  static FieldChanges created(ApiKey key) {
    return FieldChanges.between(Map.of(), of(key));
  }

  static FieldChanges changed(ApiKey before, ApiKey after) {
    return FieldChanges.between(of(before), of(after));
  }

  static FieldChanges created(Member member) {
    return FieldChanges.between(Map.of(), of(member));
  }

  static FieldChanges changed(Member before, Member after) {
    return FieldChanges.between(of(before), of(after));
  }

  static FieldChanges created(Tenant tenant) {
    return FieldChanges.between(Map.of(), of(tenant));
  }

  static FieldChanges changed(Tenant before, Tenant after) {
    return FieldChanges.between(of(before), of(after));
  }

  static FieldChanges created(Campaign campaign) {
    return FieldChanges.between(Map.of(), of(campaign));
  }

  static FieldChanges changed(Campaign before, Campaign after) {
    return FieldChanges.between(of(before), of(after));
  }

  private static Map<String, FieldValue> of(ApiKey key) {
    KeySettings settings = key.settings();
    Map<String, FieldValue> fields = new HashMap<>();
    fields.put("name", new Text(settings.name().value()));
    fields.put("environment", new Text(key.environment().label()));
    fields.put("status", new Text(settings.status().name()));
    fields.put("permissions", new Items(settings.grant().permissions().stream().sorted().map(Permission::label)
        .<FieldValue>map(Text::new).toList()));
    fields.put("campaign_access", new Members(new TreeMap<>(Map.of(
        "rules", items(settings.grant().campaignAccess().rules(), AuditedFields::rule)))));
    fields.put("allowed_addresses", settings.allowedAddresses().isEmpty()
        ? FieldValue.NONE
        : items(settings.allowedAddresses(), range -> new Text(range.toString())));
    fields.put("rate_limit", set(settings.rateLimit(), AuditedFields::limit));
    fields.put("not_before", set(settings.period().notBefore(), moment -> new Text(moment.toString())));
    fields.put("expires_at", set(settings.period().expiresAt(), moment -> new Text(moment.toString())));
    fields.put("replaces", set(key.replaces(), Reference::new));
    fields.put("replaced_by", set(key.replacedBy(), Reference::new));
    return fields;
  }

  private static FieldValue rule(CampaignRule rule) {
    return new Members(new TreeMap<>(Map.of(
        "effect", word(rule.effect()),
        "actions", items(rule.actions().stream().sorted().toList(), AuditedFields::word),
        "campaigns", campaigns(rule.campaigns()))));
  }

  private static FieldValue campaigns(CampaignSelector selector) {
    return new Members(new TreeMap<>(switch (selector) {
      case CampaignSelector.All() -> Map.of("all", new Flag(true));
      case CampaignSelector.OfType(var type) -> Map.of("type", new Text(type.name()));
      case CampaignSelector.Named(var campaigns) ->
        Map.of("ids", items(
            campaigns.stream().sorted(Comparator.comparingLong(CampaignId::value)).toList(), Reference::new));
    }));
  }

  private static FieldValue limit(RateLimit limit) {
    return new Members(new TreeMap<>(Map.of(
        "requests", new Whole(limit.requests()), "window_seconds", new Whole(limit.window().toSeconds()))));
  }

  private static Map<String, FieldValue> of(Member member) {
    return Map.of("email", new Text(member.email().value()), "role", new Text(member.role().name()));
  }

  private static Map<String, FieldValue> of(Tenant tenant) {
    return Map.of("name", new Text(tenant.name().value()), "status", new Text(tenant.standing().name()));
  }

  private static Map<String, FieldValue> of(Campaign campaign) {
    Dialing dialing = campaign.plan().dialing();
    Map<String, FieldValue> fields = of(campaign.plan().schedule());
    fields.put("name", new Text(campaign.plan().name().value()));
    fields.put("type", new Text(campaign.plan().type().name()));
    fields.put("status", new Text(campaign.status().name()));
    fields.put("assistant_id", new Text(dialing.assistantId()));
    fields.put("tenant_voice_provider_id", new Text(dialing.tenantVoiceProviderId()));
    fields.put("dialer_type", new Text(dialing.dialerType().name()));
    fields.put("vapi_calling_entity", set(dialing.callingEntity(), entity -> new Text(entity.name())));
    fields.put("phone_number_id", set(dialing.phoneNumberId(), Text::new));
    fields.put("phone_number_pool_id", set(dialing.phoneNumberPoolId(), Text::new));
    fields.put("consider_voicemail_as_answered", new Flag(campaign.plan().considerVoicemailAsAnswered()));
    fields.put("webhook_url", set(campaign.plan().webhookUrl().map(WebhookAddress::value), Text::new));
    return fields;
  }

  private static Map<String, FieldValue> of(Schedule schedule) {
    Map<String, FieldValue> fields = new HashMap<>();
    fields.put("start_date", set(schedule.startDate(), date -> new Text(date.toString())));
    fields.put("end_date", set(schedule.endDate(), date -> new Text(date.toString())));
    fields.put("timezone", set(schedule.timezone(), zone -> new Text(zone.value())));
    fields.put("days_of_week", schedule.daysOfWeek().isEmpty()
        ? FieldValue.NONE
        : items(schedule.daysOfWeek().stream().sorted().toList(), day -> new Text(day.name())));
    fields.put("daily_start_time", set(schedule.dailyStartTime(), AuditedFields::time));
    fields.put("daily_end_time", set(schedule.dailyEndTime(), AuditedFields::time));
    fields.put("max_call_attempts", number(schedule.maxCallAttempts()));
    fields.put("max_daily_attempts", number(schedule.maxDailyAttempts()));
    fields.put("min_gap_between_attempts", number(schedule.minGapBetweenAttempts()));
    return fields;
  }

  private static FieldValue word(Enum<?> constant) {
    return new Text(constant.name().toLowerCase(Locale.ROOT));
  }

  private static FieldValue time(LocalTime time) {
    return new Text(DateTimeFormatter.ISO_LOCAL_TIME.format(time));
  }

  private static FieldValue number(OptionalInt number) {
    return number.isPresent() ? new Whole(number.getAsInt()) : FieldValue.NONE;
  }

  private static <T> FieldValue set(Optional<T> value, Function<T, FieldValue> as) {
    return value.map(as).orElse(FieldValue.NONE);
  }

  private static <T> FieldValue items(Collection<T> values, Function<T, FieldValue> as) {
    return new Items(values.stream().map(as).toList());
  }
}
