package dev.latchkey.adapters.rest.campaign;

import dev.latchkey.adapters.rest.field.NameInput;
import dev.latchkey.adapters.rest.field.UpdateReader;
import dev.latchkey.adapters.rest.field.Violations;
import dev.latchkey.adapters.rest.kit.input.FieldDecoder;
import dev.latchkey.adapters.rest.kit.input.JsonObjectReader;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.campaign.CallingEntity;
import dev.latchkey.domain.campaign.CampaignChange;
import dev.latchkey.domain.campaign.CampaignPlan;
import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.campaign.DialerType;
import dev.latchkey.domain.campaign.Dialing;
import dev.latchkey.domain.campaign.DialingChange;
import dev.latchkey.domain.campaign.Schedule;
import dev.latchkey.domain.campaign.WebhookAddress;
import dev.latchkey.domain.campaign.WebhookFault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.validator.routines.DomainValidator;

/** Decoder of campaigns. */
final class CampaignInput {

  private static final FieldDecoder<String> REFERENCE = FieldDecoder.text(1, CampaignPlan.LONGEST_REFERENCE)
      .described("pattern", "^[^\\x00-\\x1F\\x7F-\\x9F]*$");

  private static final FieldDecoder<CampaignType> TYPE = FieldDecoder.oneOf(CampaignType.values(), Enum::name);

  private static final FieldDecoder<DialerType> DIALER = FieldDecoder.oneOf(DialerType.values(), Enum::name);

  private static final FieldDecoder<CallingEntity> CALLING_ENTITY = FieldDecoder.oneOf(CallingEntity.values(),
      Enum::name);

  private static final FieldDecoder<String> URL = FieldDecoder.text(1, WebhookAddress.LONGEST).format("uri");

  private CampaignInput() {}

  static Optional<CampaignPlan> readPlan(JsonObjectReader campaign) {
    Optional<Name> name = campaign.required("name", NameInput.NEW);
    Optional<CampaignType> type = campaign.required("type", TYPE);
    Optional<String> assistant = campaign.required("assistant_id", REFERENCE);
    Optional<String> provider = campaign.required("tenant_voice_provider_id", REFERENCE);
    Optional<DialerType> dialer = campaign.required("dialer_type", DIALER);
    Optional<CallingEntity> entity = campaign.optional("vapi_calling_entity", CALLING_ENTITY);
    Optional<String> number = campaign.optional("phone_number_id", REFERENCE);
    Optional<String> pool = campaign.optional("phone_number_pool_id", REFERENCE);
    campaign.describe("dependentSchemas", Map.of("phone_number_pool_id", Map.of("anyOf", List.of(
        Map.of("properties", Map.of("dialer_type", Map.of("const", DialerType.POOL.name()))),
        Map.of("properties", Map.of("phone_number_pool_id", Map.of("type", "null")))))));
    campaign.describe("if", Map.of("properties", Map.of("type", Map.of("const", CampaignType.OUTBOUND.name()))));
    campaign.describe("then", ScheduleInput.REQUIRED);
    Schedule schedule = ScheduleInput.read(campaign);
    boolean voicemail = campaign.optional("consider_voicemail_as_answered", FieldDecoder.FLAG).orElse(false);
    Optional<WebhookAddress> webhook = campaign.optional("webhook_url", URL)
        .flatMap(url -> webhook(campaign, url, Optional.empty()));
    // Placeholders for missing values, so that the rest is validated too and all errors are reported together.
    CampaignPlan plan = new CampaignPlan(
        name.orElse(new Name("?")),
        type.orElse(CampaignType.INBOUND),
        new Dialing(
            assistant.orElse("?"), provider.orElse("?"), dialer.orElse(DialerType.POOL), entity, number, pool),
        schedule,
        voicemail,
        webhook);
    Violations.note(campaign, plan.faults());
    return campaign.build(() -> plan);
  }

  /** Reads a change and validates the resulting campaign. Stored values that stay the same are accepted. */
  static Optional<CampaignChange> readChange(JsonObjectReader campaign, CampaignPlan current) {
    UpdateReader update = new UpdateReader(campaign);
    CampaignChange change = new CampaignChange(
        update.settable("name", NameInput.replacing(current.name())),
        new DialingChange(
            update.settable("assistant_id", REFERENCE),
            update.settable("tenant_voice_provider_id", REFERENCE),
            update.settable("dialer_type", DIALER),
            update.clearable("phone_number_id", REFERENCE),
            update.clearable("phone_number_pool_id", REFERENCE)),
        ScheduleInput.readChange(update, current.schedule()),
        update.clearable("consider_voicemail_as_answered", FieldDecoder.FLAG).map(flag -> flag.orElse(false)),
        update.clearable("webhook_url", URL)
            .map(url -> url.flatMap(text -> webhook(campaign, text, current.webhookUrl()))));
    Violations.note(campaign, change.of(current).faultsAfter(current));
    return campaign.build(() -> change);
  }

  /** Reads the address. The stored one is accepted even if it violates the current rules. */
  private static Optional<WebhookAddress> webhook(
      JsonObjectReader campaign, String text, Optional<WebhookAddress> stored) {
    if (stored.filter(address -> address.value().equals(text)).isPresent()) {
      return stored;
    }
    return switch (WebhookAddress.read(text, CampaignInput::isTopLevelDomain)) {
      case WebhookAddress address -> Optional.of(address);
      case WebhookFault fault -> {
        Violations.note(campaign, List.of(fault.fault()));
        yield Optional.empty();
      }
    };
  }

  /** Uses the IANA list that the library had when it was released. */
  private static boolean isTopLevelDomain(String label) {
    return DomainValidator.getInstance().isValidTld(label);
  }
}
