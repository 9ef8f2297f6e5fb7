package dev.latchkey.adapters.rest.decision;

import dev.latchkey.adapters.rest.kit.input.FieldDecoder;
import dev.latchkey.adapters.rest.kit.input.JsonObjectReader;
import dev.latchkey.application.port.in.ForCheckingAccess.Supposition;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.PublicId;
import dev.latchkey.domain.key.format.KeyFormat;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decoder of a question about a key, or about a refused request. */
final class ExplanationInput {

  private static final String KEY_OR_REQUEST = "Send key_id and permission, or request_id alone.";

  private static final Map<String, String> NONE = Map.of("type", "null");

  private static final String MISSING = "Is missing. Send a value.";

  private ExplanationInput() {}

  /** A question. */
  sealed interface Asked {

    /** A question about a key; empty if the text is not the id of a key. */
    record AboutKey(Optional<Supposition> supposition) implements Asked {}

    /** A question about a request, by the id in its response. */
    record AboutRequest(String requestId) implements Asked {}
  }

  static Optional<Asked> read(JsonObjectReader question) {
    Optional<String> request = question.optional("request_id", FieldDecoder.text(1, Integer.MAX_VALUE));
    Optional<Optional<KeyId>> key = question.optional("key_id",
        FieldDecoder.TEXT.map(text -> PublicId.key(text).or(() -> KeyFormat.idOf(text))));
    Optional<Permission> permission = question.optional("permission", RequestInput.PERMISSION);
    Optional<CampaignId> campaign = question.optional("campaign_id", RequestInput.CAMPAIGN);
    Optional<InetAddress> address = question.optional("address", RequestInput.ADDRESS);
    Optional<Instant> at = question.optional("at", FieldDecoder.MOMENT);
    question.describe("if", Map.of(
        "properties", Map.of("request_id", Map.of("type", "string")), "required", List.of("request_id")));
    question.describe("then", Map.of("properties", Map.of(
        "key_id", NONE, "permission", NONE, "campaign_id", NONE, "address", NONE, "at", NONE)));
    question.describe("else", Map.of(
        "properties", Map.of("key_id", Map.of("type", "string"), "permission", Map.of("type", "string")),
        "required", List.of("key_id", "permission")));
    RequestInput.noteNeedlessCampaign(question, permission, campaign);
    if (request.isPresent()) {
      if (key.isPresent() || permission.isPresent() || campaign.isPresent() || address.isPresent() || at.isPresent()) {
        question.note("request_id", "exclusive", KEY_OR_REQUEST);
      }
      return question.build(() -> new Asked.AboutRequest(request.get()));
    }
    if (key.isEmpty() && permission.isEmpty()) {
      question.fault("required", KEY_OR_REQUEST);
    }
    if (key.isEmpty()) {
      question.note("key_id", "required", MISSING);
    }
    if (permission.isEmpty()) {
      question.note("permission", "required", MISSING);
    }
    return question.build(
        () -> new Asked.AboutKey(
            key.orElseThrow().map(id -> new Supposition(id, permission.orElseThrow(), campaign, address, at))));
  }
}
