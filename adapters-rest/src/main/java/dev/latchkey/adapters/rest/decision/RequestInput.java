package dev.latchkey.adapters.rest.decision;

import dev.latchkey.adapters.rest.kit.input.FieldDecoder;
import dev.latchkey.adapters.rest.kit.input.JsonObjectReader;
import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.PublicId;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decoders for the properties of a request that is hypothetical or that another service received. */
final class RequestInput {

  static final FieldDecoder<Permission> PERMISSION = FieldDecoder.oneOf(Permission.values(), Permission::label);

  /** Accepts any text: one that is not an id is treated like the id of an unknown campaign. */
  static final FieldDecoder<CampaignId> CAMPAIGN = FieldDecoder.TEXT.map(PublicId::campaignOrUnknown);

  static final FieldDecoder<InetAddress> ADDRESS = FieldDecoder.TEXT.as(AddressRange::address, "invalid_address",
      "Must be an IP address, such as 192.0.2.7 or 2001:db8::7, without leading zeros or a zone.")
      .described("pattern", "^[0-9A-Fa-f:.]{2,45}$");

  private static final List<String> ABOUT_CAMPAIGNS = Arrays.stream(Permission.values())
      .filter(Permission::isAboutCampaigns)
      .map(Permission::label)
      .toList();

  private RequestInput() {}

  /**
   * Records a violation for a campaign with a permission that does not apply to campaigns, since it would have no
   * effect.
   */
  static void noteNeedlessCampaign(
      JsonObjectReader question, Optional<Permission> permission, Optional<CampaignId> campaign) {
    question.describe("dependentSchemas", Map.of("campaign_id", Map.of("anyOf", List.of(
        Map.of("properties", Map.of("campaign_id", Map.of("type", "null"))),
        Map.of("properties", Map.of("permission", Map.of("enum", ABOUT_CAMPAIGNS)))))));
    if (campaign.isPresent() && permission.filter(named -> !named.isAboutCampaigns()).isPresent()) {
      question.note("campaign_id", "not_allowed", "The permission does not apply to campaigns. Leave it out.");
    }
  }
}
