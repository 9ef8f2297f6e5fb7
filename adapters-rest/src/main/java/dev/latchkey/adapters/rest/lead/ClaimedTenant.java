package dev.latchkey.adapters.rest.lead;

import dev.latchkey.adapters.rest.kit.input.JsonBody;
import dev.latchkey.domain.id.PublicId;
import dev.latchkey.domain.refusal.TenantClaim;
import io.micronaut.json.tree.JsonNode;
import java.util.Optional;

/** The {@code tenant_id} of a body. Step 11 compares it with the tenant of the key; it is never used for a lookup. */
final class ClaimedTenant {

  private static final String MEMBER = "tenant_id";

  private ClaimedTenant() {}

  static TenantClaim required(JsonBody body) {
    return claim(body).map(ClaimedTenant::claim).orElseGet(TenantClaim.Omitted::new);
  }

  static TenantClaim optional(JsonBody body) {
    return claim(body).map(ClaimedTenant::claim).orElseGet(TenantClaim.Absent::new);
  }

  private static Optional<JsonNode> claim(JsonBody body) {
    return body.member(MEMBER).filter(value -> !value.isNull());
  }

  private static TenantClaim claim(JsonNode said) {
    return Optional.of(said)
        .filter(JsonNode::isString)
        .flatMap(value -> PublicId.tenant(value.getStringValue()))
        .<TenantClaim>map(TenantClaim.Named::new)
        .orElseGet(TenantClaim.Unreadable::new);
  }
}
