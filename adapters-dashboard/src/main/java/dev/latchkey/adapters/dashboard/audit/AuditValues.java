package dev.latchkey.adapters.dashboard.audit;

import dev.latchkey.adapters.dashboard.frame.Language;
import dev.latchkey.domain.audit.FieldChange;
import dev.latchkey.domain.audit.FieldValue;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.Id;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.PublicId;
import dev.latchkey.domain.key.format.KeyFormat;
import dev.latchkey.domain.tenant.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Formats changed fields of the audit trail for display. */
public record AuditValues(Language language) {

  /** The fields that have a label in every language. A field of a later version is shown under its API name. */
  public static final Set<String> FIELDS = Set.of(
      "name", "environment", "status", "permissions", "campaign_access", "allowed_addresses", "rate_limit",
      "not_before",
      "expires_at", "replaces", "replaced_by", "email", "role", "type", "assistant_id", "tenant_voice_provider_id",
      "dialer_type", "vapi_calling_entity", "phone_number_id", "phone_number_pool_id", "start_date", "end_date",
      "timezone", "days_of_week", "daily_start_time", "daily_end_time", "max_call_attempts", "max_daily_attempts",
      "min_gap_between_attempts", "consider_voicemail_as_answered", "webhook_url");

  String field(String name) {
    return FIELDS.contains(name) ? language.text("audit.field." + name) : name;
  }

  /** Returns the old value, an arrow and the new value; only the new value where the field was not set. */
  String change(String field, FieldChange change) {
    return change.from().equals(FieldValue.NONE)
        ? value(field, change.to())
        : value(field, change.from()) + " → " + value(field, change.to());
  }

  private String value(String field, FieldValue value) {
    return field.equals("role") && value instanceof FieldValue.Text(String role) ? role(role) : value(value);
  }

  String role(String name) {
    return Arrays.stream(Role.values())
        .filter(role -> role.name().equals(name))
        .findFirst()
        .map(role -> language.text("members.role." + role))
        .orElse(name);
  }

  private String value(FieldValue value) {
    return switch (value) {
      case FieldValue.None() -> language.text("audit.not-set");
      case FieldValue.Text(String text) -> text(text);
      case FieldValue.Whole(long number) -> Long.toString(number);
      case FieldValue.Flag(boolean flag) -> language.text(flag ? "audit.yes" : "audit.no");
      case FieldValue.Reference(Id id) -> reference(id);
      case FieldValue.Items(List<FieldValue> items) when items.isEmpty() -> language.text("audit.nothing");
      case FieldValue.Items(List<FieldValue> items) ->
        items.stream().map(this::value).collect(Collectors.joining(", "));
      case FieldValue.Members(SortedMap<String, FieldValue> members) -> members(members);
    };
  }

  private String text(String text) {
    return Permission.labelled(text).map(permission -> language.text("permission." + permission.label())).orElse(text);
  }

  private static String reference(Id id) {
    return switch (id) {
      case KeyId key -> KeyFormat.handle(key);
      case CampaignId campaign -> PublicId.of(campaign);
      default -> Long.toString(id.value());
    };
  }

  private String members(SortedMap<String, FieldValue> members) {
    if (members.get("rules") instanceof FieldValue.Items rules) {
      return value(rules);
    }
    if (members.get("effect") instanceof FieldValue.Text(String effect)
        && members.get("actions") instanceof FieldValue.Items actions
        && members.get("campaigns") instanceof FieldValue.Members(var campaigns)) {
      return language.text("rule." + effect.toUpperCase(Locale.ROOT), value(actions), campaigns(campaigns));
    }
    if (members.get("requests") instanceof FieldValue.Whole requests
        && members.get("window_seconds") instanceof FieldValue.Whole seconds) {
      return language.text("audit.rate", value(requests), value(seconds));
    }
    return members.values().stream().map(this::value).collect(Collectors.joining(", "));
  }

  private String campaigns(SortedMap<String, FieldValue> selector) {
    if (selector.get("type") instanceof FieldValue.Text(String type)) {
      return language.text("rule.type." + type);
    }
    return selector.get("ids") instanceof FieldValue.Items ids ? value(ids) : language.text("rule.all");
  }
}
