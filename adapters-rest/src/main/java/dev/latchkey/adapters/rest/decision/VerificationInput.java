package dev.latchkey.adapters.rest.decision;

import dev.latchkey.adapters.rest.access.BearerHeader;
import dev.latchkey.adapters.rest.kit.input.FieldDecoder;
import dev.latchkey.adapters.rest.kit.input.JsonObjectReader;
import dev.latchkey.domain.access.PresentedCredentials;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decoder of a request that another service received and wants verified. */
final class VerificationInput {

  private static final FieldDecoder<PresentedCredentials> KEY = FieldDecoder.TEXT.map(BearerHeader::bearing);

  private VerificationInput() {}

  /** The request to verify. */
  record Received(
      PresentedCredentials credentials,
      Optional<Permission> permission,
      Optional<CampaignId> campaign,
      Optional<InetAddress> address) {}

  static Optional<Received> read(JsonObjectReader question) {
    Optional<PresentedCredentials> key = question.required("key", KEY);
    Optional<Permission> permission = question.optional("permission", RequestInput.PERMISSION);
    Optional<CampaignId> campaign = question.optional("campaign_id", RequestInput.CAMPAIGN);
    Optional<InetAddress> address = question.optional("address", RequestInput.ADDRESS);
    question.describe("if", Map.of(
        "properties", Map.of("campaign_id", Map.of("type", "string")), "required", List.of("campaign_id")));
    question.describe("then", Map.of(
        "properties", Map.of("permission", Map.of("type", "string")), "required", List.of("permission")));
    if (campaign.isPresent() && permission.isEmpty()) {
      question.note("permission", "required", "Is missing. Send a permission with campaign_id.");
    }
    RequestInput.noteNeedlessCampaign(question, permission, campaign);
    return question.build(() -> new Received(key.orElseThrow(), permission, campaign, address));
  }
}
