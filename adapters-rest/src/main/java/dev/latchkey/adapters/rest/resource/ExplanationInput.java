package dev.latchkey.adapters.rest.resource;

import dev.latchkey.adapters.rest.input.Kind;
import dev.latchkey.adapters.rest.input.ObjectReader;
import dev.latchkey.adapters.rest.opaque.PublicId;
import dev.latchkey.application.port.in.ForCheckingAccess.Supposition;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.KeyFormat;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;

/** What is asked about a key. */
public final class ExplanationInput {

  private ExplanationInput() {}

  /**
   * Reads a supposition.
   *
   * @return within, empty where the key's id is nobody's
   */
  public static Optional<Optional<Supposition>> read(ObjectReader question) {
    Optional<Optional<KeyId>> key = question.required("key_id",
        Kind.TEXT.map(text -> PublicId.key(text).or(() -> KeyFormat.idOf(text))));
    Optional<Permission> permission = question.required("permission", RequestInput.PERMISSION);
    Optional<CampaignId> campaign = question.optional("campaign_id", RequestInput.CAMPAIGN);
    Optional<InetAddress> address = question.optional("address", RequestInput.ADDRESS);
    Optional<Instant> at = question.optional("at", Kind.MOMENT);
    return question.build(
        () -> key.orElseThrow()
            .map(id -> new Supposition(id, permission.orElseThrow(), campaign, address, at)));
  }
}
