package dev.latchkey.adapters.rest.resource;

import dev.latchkey.adapters.rest.input.Kind;
import dev.latchkey.adapters.rest.input.ObjectReader;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.campaign.CallingEntity;
import dev.latchkey.domain.campaign.CampaignPlan;
import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.campaign.DialerType;
import dev.latchkey.domain.campaign.Dialing;
import dev.latchkey.domain.campaign.Schedule;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** What is sent about campaigns. */
public final class CampaignInput {

  private static final int LONGEST_REFERENCE = 255;
  private static final int LONGEST_URL = 2048;

  private static final Kind<String> REFERENCE = Kind.text(1, LONGEST_REFERENCE);

  private static final Kind<CampaignType> TYPE = Kind.oneOf(CampaignType.values(), Enum::name);

  private static final Kind<DialerType> DIALER = Kind.oneOf(DialerType.values(), Enum::name);

  private static final Kind<CallingEntity> CALLING_ENTITY = Kind.oneOf(CallingEntity.values(), Enum::name);

  private static final Kind<URI> URL = Kind.text(1, LONGEST_URL).as(CampaignInput::url, "invalid_url",
      "It is an absolute URL with a host.");

  private CampaignInput() {}

  public static Optional<CampaignPlan> readPlan(ObjectReader campaign) {
    Optional<Name> name = campaign.required("name", Kind.NAME);
    Optional<CampaignType> type = campaign.required("type", TYPE);
    Optional<String> assistant = campaign.required("assistant_id", REFERENCE);
    Optional<String> provider = campaign.required("tenant_voice_provider_id", REFERENCE);
    Optional<DialerType> dialer = campaign.required("dialer_type", DIALER);
    Optional<CallingEntity> entity = campaign.optional("vapi_calling_entity", CALLING_ENTITY);
    Optional<String> number = campaign.optional("phone_number_id", REFERENCE);
    Optional<String> pool = campaign.optional("phone_number_pool_id", REFERENCE);
    Schedule schedule = ScheduleInput.read(campaign);
    boolean voicemail = campaign.optional("consider_voicemail_as_answered", Kind.FLAG).orElse(false);
    Optional<URI> webhook = campaign.optional("webhook_url", URL);
    // Stand-ins for what is missing, so that the rest is judged as well and all faults are told at once.
    CampaignPlan plan = new CampaignPlan(
        name.orElse(new Name("?")),
        type.orElse(CampaignType.INBOUND),
        new Dialing(
            assistant.orElse("?"), provider.orElse("?"), dialer.orElse(DialerType.POOL), entity, number, pool),
        schedule,
        voicemail,
        webhook);
    plan.faults().forEach(campaign::note);
    return campaign.build(() -> plan);
  }

  private static Optional<URI> url(String text) {
    try {
      URI url = new URI(text);
      return url.getHost() == null ? Optional.empty() : Optional.of(url);
    } catch (URISyntaxException notAUrl) {
      return Optional.empty();
    }
  }
}
