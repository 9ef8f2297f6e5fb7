package dev.latchkey.adapters.rest.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.adapters.rest.key.CampaignAccessJson;
import dev.latchkey.adapters.rest.key.KeyJson;
import dev.latchkey.domain.access.StoredKey;
import dev.latchkey.domain.id.PublicId;
import dev.latchkey.domain.key.KeyState;
import dev.latchkey.domain.tenant.Tenant;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;

/** Description of the calling key. */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
record WhoAmIJson(
    KeyJson key, OwnTenant tenant, List<String> permissions, CampaignAccessJson campaignAccess) {

  @Serdeable.Serializable
  record OwnTenant(String id, String name, String status) {

    static OwnTenant of(Tenant tenant) {
      return new OwnTenant(PublicId.of(tenant.id()), tenant.name().value(), tenant.standing().name());
    }
  }

  /** Describes a valid key to its holder, with {@code now} as the time of its last use. */
  static WhoAmIJson of(StoredKey credential, Instant now) {
    KeyJson key = KeyJson.of(credential.key().usedAt(now), KeyState.IN_FORCE);
    return new WhoAmIJson(key, OwnTenant.of(credential.tenant()), key.permissions(), key.campaignAccess());
  }
}
